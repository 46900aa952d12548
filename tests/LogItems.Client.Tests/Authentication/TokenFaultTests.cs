using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace LogItems.Client.Tests.Authentication;

/// <summary>What goes wrong between a client and a token endpoint, over real sockets.</summary>
public class TokenFaultTests
{
    private const string Password = "Tr0ub4dor-and-3";
    private const string Session = """{"id":"be376069-2865-4156-a9bc-825cef7d687e"}""";

    private static readonly Dictionary<string, Func<RawAnswer>> Transient = new()
    {
        ["cut off"] = () => RawAnswer.Token("access-token-0").Without(20),
        ["reset after the head"] = () => RawAnswer.Token("access-token-0").Without(120, RawEnd.Reset),
        ["reset without an answer"] = () => new([], RawEnd.Reset),
        ["closed without an answer"] = () => new([]),
        ["empty 200"] = () => RawAnswer.Http(200, ""),
        ["JSON that ends"] = () => RawAnswer.Http(200, """{"access_token":"access-token-0","expi"""),
        ["gzip that ends"] = () => RawAnswer.Http(
            200, HalfOf(GZip("""{"access_token":"access-token-0","token_type":"bearer","expires_in":3600}""")), "Content-Encoding: gzip"),
        ["500 cut off"] = () => RawAnswer.Http(500, "{\"message\":\"down\"}").Without(5),
        ["503"] = () => RawAnswer.Http(503, ""),
    };

    private static readonly Dictionary<string, Func<RawAnswer>> Final = new()
    {
        ["wrong password"] = () => RawAnswer.Http(400, """{"error":"invalid_grant"}"""),
        ["wrong password, cut off"] = () => RawAnswer.Http(400, """{"error":"invalid_grant"}""").Without(12),
        ["wrong password, reset"] = () => RawAnswer.Http(401, """{"message":"no"}""").Without(8, RawEnd.Reset),
        ["sign-in page"] = () => RawAnswer.Http(200, "<html>Sign in</html>", "Content-Type: text/html; charset=utf-7"),
        ["line break in the token"] = () => RawAnswer.Token("access\\ntoken-0"),
        ["token not ASCII"] = () => RawAnswer.Token("töken-of-access"),
        ["huge token"] = () => RawAnswer.Token(new string('a', 10_000_000)),
        ["unknown charset, no token"] = () => RawAnswer.Http(200, "{}", "Content-Type: application/json; charset=foo"),
        ["deep JSON"] = () => RawAnswer.Http(200, "{\"access_token\":" + new string('[', 5_000) + new string(']', 5_000) + "}"),
        ["code with the password"] = () => RawAnswer.Http(400, $$"""{"error":"{{Password}}"}"""),
    };

    private static readonly Func<RawAnswer>[] All = [.. Transient.Values, .. Final.Values];

    [TestCaseSource(nameof(TransientNames))]
    public async Task SignIn_TransientFault_IsTriedAgain(string fault)
    {
        var tokenRequests = 0;
        await using var server = new RawServer(request => !request.IsForToken ? RawAnswer.Http(200, Session)
            : ++tokenRequests == 1 ? Transient[fault]() : RawAnswer.Token("access-token-1"));
        using var client = Client(server);
        await client.GetJobSessionAsync(StubServer.SessionId);
        Assert.That(tokenRequests, Is.EqualTo(2));
    }

    [TestCaseSource(nameof(FinalNames))]
    public async Task SignIn_FinalAnswer_IsAnAuthenticationErrorAfterOneRequest(string fault)
    {
        var tokenRequests = 0;
        await using var server = new RawServer(request =>
        {
            Interlocked.Increment(ref tokenRequests);
            return Final[fault]();
        });
        using var client = Client(server);
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetJobSessionAsync(StubServer.SessionId));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tokenRequests, Is.EqualTo(1));
            Assert.That(exception!.Message, Does.StartWith($"Signing in as 'operator' at {server.Address}v8/token failed: the server returned"));
            Assert.That(exception.ToString(), Does.Not.Contain(Password).And.Not.Contain("oken-of-access").And.Not.Contain("aaaaaaaa"));
        }
    }

    [TestCase("line break in the token", "200, but the token contains a line break, which cannot be sent in a header.")]
    [TestCase("token not ASCII", "200, but the token contains a character that is not printable ASCII, which cannot be sent in a header.")]
    [TestCase("huge token", "200, but with more than 65,536 bytes, the limit for a token response.")]
    public async Task SignIn_UnusableToken_SaysWhatIsWrong(string fault, string expected)
    {
        await using var server = new RawServer(_ => Final[fault]());
        using var client = Client(server);
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetJobSessionAsync(StubServer.SessionId));
        Assert.That(exception!.Message, Does.Contain(expected));
    }

    [TestCase("empty 200", "200, but without a token: the body is empty. This says nothing about the user name or the password; try again later.")]
    [TestCase("JSON that ends", "200, but without a token: the body ends before its JSON does.")]
    public async Task SignIn_TransientFaultThatStays_DoesNotBlameTheAddress(string fault, string expected)
    {
        await using var server = new RawServer(_ => Transient[fault]());
        using var client = Client(server);
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetJobSessionAsync(StubServer.SessionId));
        Assert.That(exception!.Failure, Is.EqualTo(LogItemsAuthenticationFailure.Unavailable));
        Assert.That(exception.Message, Does.Contain(expected));
    }

    /// <summary>
    /// Whatever a token endpoint answers, in any order: the call succeeds, or it fails with a documented exception; the password is not
    /// sent again after an answer that judges it; no secret is in what is thrown.
    /// </summary>
    [Test]
    public async Task SignIn_SeededScripts_EndAsDocumented()
    {
        const int Runs = 200;
        var endings = new ConcurrentDictionary<string, int>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Runs), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) =>
        {
            var ending = await RunAsync(seed);
            endings.AddOrUpdate(ending, 1, (_, count) => count + 1);
        });
        TestContext.Out.WriteLine(string.Join(", ", endings.Select(ending => $"{ending.Value} {ending.Key}")));
        Assert.That(endings.Keys, Is.SupersetOf(new[] { "success", nameof(LogItemsAuthenticationException) }));
    }

    private static IEnumerable<string> TransientNames() => Transient.Keys;

    private static IEnumerable<string> FinalNames() => Final.Keys;

    private static async Task<string> RunAsync(int seed)
    {
        var random = new Random(seed);
        var issued = new ConcurrentBag<string>();
        var judged = false;
        var sentAfterJudgment = false;
        await using var server = new RawServer(request =>
        {
            lock (random)
            {
                if (!request.IsForToken)
                {
                    return random.Next(4) == 0 ? RawAnswer.Http(401, "") : RawAnswer.Http(200, Session);
                }

                sentAfterJudgment |= judged && request.Body.Contains("grant_type=password", StringComparison.Ordinal);
                if (random.Next(3) > 0)
                {
                    issued.Add($"access-token-{issued.Count}-of-{seed}");
                    return RawAnswer.Token($"access-token-{issued.Count - 1}-of-{seed}");
                }

                var answer = All[random.Next(All.Length)]();
                var status = answer.Bytes.Length > 12 ? Encoding.ASCII.GetString(answer.Bytes, 9, 3) : "";
                judged |= status is "400" or "401" && request.Body.Contains("grant_type=password", StringComparison.Ordinal);
                return answer;
            }
        });
        using var client = Client(server);
        var ending = "success";
        try
        {
            await client.GetJobSessionAsync(StubServer.SessionId);
        }
        catch (Exception exception) when (exception is LogItemsAuthenticationException or LogItemsApiException or HttpRequestException)
        {
            ending = exception.GetType().Name;
            Assert.That(exception.ToString(), Does.Not.Contain(Password).And.Not.Contain("access-token"), $"seed {seed}");
            Assert.That(exception.Message.Any(char.IsControl), Is.False, $"seed {seed}");
        }

        Assert.That(sentAfterJudgment, Is.False, $"seed {seed}");
        return ending;
    }

    private static LogItemsClient Client(RawServer server) => new(
        server.Address,
        new PasswordCredential("operator", Password),
        new() { Version = ApiVersion.V8, RetryDelay = TimeSpan.FromMilliseconds(1) });

    private static byte[] GZip(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    private static byte[] HalfOf(byte[] bytes) => bytes[..(bytes.Length / 2)];
}
