using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json;

namespace LogItems.Client.Tests.Diagnostics;

/// <summary>A server repeats what it was sent in its error, in one form or another.</summary>
public class SecretsInErrorsTests
{
    private static readonly string[] Odd = ["\u001b[31m", "\u202e", "\u2066", "\r\n", "\0", "\u200b", "\u0085", "\u2028", "\ufeff"];

    /// <summary>Neither a code nor a message nor a body that repeats the token brings a recognizable part of it to the caller.</summary>
    [Test]
    public async Task Error_RepeatsTheToken_InAnyForm_IsCleaned()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var token = TokenOf(random);
            var error = new
            {
                message = TextWith(token, random),
                errorCode = TextWith(token, random),
            };
            var answer = RawAnswer.Http(400 + (random.Next(4) is 2 ? 3 : random.Next(4) % 5), JsonConvert.SerializeObject(error));
            using var service = new Answering(answer.Bytes, random.Next(2) == 0 ? "application/json" : TypeWith(token));
            using var client = new LogItemsClient(
                new Uri(StubServer.Address), new AccessTokenCredential(token), new() { Version = ApiVersion.V8, PrimaryHandler = service, MaxRetries = 0 });
            var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
            var shown = $"{exception!.Message}\n{exception.ErrorCode}\n{exception.ServerMessage}\n{exception.ResponseBody}";
            Assert.That(PartsIn(shown, token), Is.Empty, $"seed {seed}: {shown}");
            Assert.That(exception.Message.All(IsVisible), Is.True, $"seed {seed}: {exception.Message}");
            Assert.That(exception.Message, Has.Length.LessThan(700), $"seed {seed}");
            Assert.That(exception.ErrorCode ?? "", Has.Length.LessThanOrEqualTo(64), $"seed {seed}");
        }
    }

    [TestCase(401, "The token was not accepted; check the credential.")]
    [TestCase(403, "The user is signed in but has no permission for this; check the user's role on the backup server.")]
    [TestCase(204, "The contract has no such response; a proxy or a sign-in page probably responded instead.")]
    public async Task Error_OfItsStatus_NamesTheRequestAndTheAdvice(int status, string advice)
    {
        using var service = new Answering(RawAnswer.Http(status, "").Bytes, "application/json");
        using var client = new LogItemsClient(
            new Uri(StubServer.Address), new AccessTokenCredential("access-token"), new() { Version = ApiVersion.V8, PrimaryHandler = service });
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Assert.That(exception!.Message, Does.StartWith($"GET /v8/JobSessions/{StubServer.SessionId}/LogItems returned {status} ").And.EndWith(advice));
    }

    private static string TokenOf(Random random) =>
        string.Concat(
            Enumerable.Range(0, random.Next(12, 400)).Select(_ => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/="[random.Next(69)]));

    private static string TypeWith(string token) => $"text/{token[..Math.Min(token.Length, 30)].Replace('/', 'x').Replace('=', 'x')}";

    private static string TextWith(string token, Random random)
    {
        var form = random.Next(7) switch
        {
            0 => token,
            1 => token.ToUpperInvariant(),
            2 => Uri.EscapeDataString(token),
            3 => Convert.ToBase64String(Encoding.ASCII.GetBytes(token)),
            4 => Convert.ToBase64String(Encoding.ASCII.GetBytes("xy"[..random.Next(3)] + token)),
            5 => token[random.Next(token.Length / 3)..],
            _ => Convert.ToHexString(Encoding.ASCII.GetBytes(token)),
        };
        return random.Next(5) == 0 ? form : $"Bad {Odd[random.Next(Odd.Length)]}token {form}{Odd[random.Next(Odd.Length)]} rejected";
    }

    private static IEnumerable<string> PartsIn(string shown, string token)
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(token));
        foreach (var form in new[] { token, Uri.EscapeDataString(token), encoded[..(encoded.Length - 4)], Convert.ToHexString(Encoding.ASCII.GetBytes(token)) })
        {
            for (var start = 0; start + 12 <= form.Length; start++)
            {
                var part = form.Substring(start, 12);
                if (shown.Contains(part, StringComparison.OrdinalIgnoreCase))
                {
                    yield return part;
                }
            }
        }
    }

    private static bool IsVisible(char character) => char.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private sealed class Answering(byte[] http, string type) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = Encoding.UTF8.GetString(http);
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var status = (HttpStatusCode)int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture);
            return Task.FromResult(new HttpResponseMessage(status) { Content = content, RequestMessage = request });
        }
    }
}
