using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace LogItems.Client.Tests.Serialization;

/// <summary>
/// Whatever comes as a body: the items that could be read, an unexpected response, or that it broke off, never anything else.
/// LOGITEMS_FUZZ_BODIES sets how many bodies are tried, LOGITEMS_FUZZ_SEED from which on.
/// </summary>
public class FuzzTests
{
    private static readonly string[] Charsets = ["utf-8", "utf-16", "iso-8859-1", "us-ascii", "utf-7", "klingon", "\"utf-8\"", ""];

    private static readonly byte[][] Bodies =
    [
        .. new[] { "v2-log-items", "v3-log-item", "v5-log-items", "v6-log-items", "v8-log-items", "v8-log-item", "v8-not-found" }
            .Select(name => Encoding.UTF8.GetBytes(Repository.Example($"{name}.json"))),
    ];

    [Test]
    public async Task Body_Mutated_IsReadOrUnexpected()
    {
        // The build for .NET Standard shares most of its code; what it gets are other bodies.
        var count = Setting("LOGITEMS_FUZZ_BODIES", ClientBuild.IsForNet ? 10_000 : 3_000);
        var first = Setting("LOGITEMS_FUZZ_SEED", ClientBuild.IsForNet ? 0 : 100_000);
        var outcomes = new Dictionary<string, int>();
        using var handler = new BodyHandler();
        using var httpClient = new HttpClient(handler) { BaseAddress = new Uri(StubServer.Address) };
        using var client = new LogItemsClient(httpClient, new() { Version = ApiVersion.V7 });
        for (var seed = first; seed < first + count; seed++)
        {
            var random = new Random(seed);
            handler.Body = Mutate(Bodies[random.Next(Bodies.Length)], random);
            handler.Charset = random.Next(8) == 0 ? Charsets[random.Next(Charsets.Length)] : "utf-8";
            var outcome = await OutcomeAsync(client, random.Next(3), seed);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        TestContext.Out.WriteLine(
            $"{count} bodies from seed {first}: "
                + $"{string.Join(", ", outcomes.OrderByDescending(entry => entry.Value).Select(entry => $"{entry.Value} {entry.Key}"))}");
        Assert.That(
            outcomes.Keys,
            Is.SupersetOf(new[] { "read", "read with issues", "unexpected response", "broken off" }),
            "the mutations reach every outcome");
    }

    private static async Task<string> OutcomeAsync(LogItemsClient client, int way, int seed)
    {
        try
        {
            // As a whole page, as one item, and while it is coming in.
            IEnumerable<LogItem> items = way switch
            {
                0 => (await client.GetLogItemsPageAsync(StubServer.SessionId)).Results,
                1 => [await client.GetLogItemAsync(StubServer.SessionId, StubServer.SessionId)],
                _ => await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync(),
            };
            var all = items.ToList();
            _ = all.Sum(Touch);
            return all.Exists(item => item.Issues.Count > 0) ? "read with issues" : "read";
        }
        catch (LogItemsApiException exception) when (exception.Kind == LogItemsApiErrorKind.UnexpectedResponse)
        {
            return "unexpected response";
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == ClientBuild.Said(HttpRequestError.ResponseEnded))
        {
            return "broken off";
        }
        catch (Exception exception)
        {
            Assert.Fail($"LOGITEMS_FUZZ_SEED={seed}: {exception}");
            throw;
        }
    }

    /// <summary>All that can be asked of an item; nothing of it may throw.</summary>
    private static int Touch(LogItem item) =>
        $"{item.Id}{item.Usn}{item.Level}{item.LevelText}{item.Text}{item.StartedAt}{item.EndedAt}{item.Duration}{item.IsRunning}".Length
        + item.Links.Values.Sum(link => $"{link.Href}{link.Path}{link.Address}{link.IsOnServer}".Length)
        + item.References.Count
        + $"{item}{item.Subject}{item.Cause}".Length
        + item.Issues.Count
        + Newtonsoft.Json.JsonConvert.SerializeObject(item, LogItemsJson.CreateSettings()).Length;

    private static byte[] Mutate(byte[] source, Random random)
    {
        var body = new List<byte>(source);
        for (var i = random.Next(1, 5); i > 0 && body.Count > 0; i--)
        {
            var at = random.Next(body.Count);
            var length = Math.Min(random.Next(1, 60), body.Count - at);
            switch (random.Next(10))
            {
                case 0:
                    body.RemoveRange(at, body.Count - at);
                    break;
                case 1:
                    body[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    body.InsertRange(at, body.GetRange(at, length));
                    break;
                case 3:
                    body.RemoveRange(at, length);
                    break;
                case 4:
                    body.InsertRange(at, Enumerable.Repeat((byte)"[{\""[random.Next(3)], random.Next(1, 200)));
                    break;
                case 5:
                    body.InsertRange(at, Encoding.UTF8.GetBytes(new string('9', random.Next(1, 400))));
                    break;
                case 6:
                    body.InsertRange(at, random.Next(2) == 0 ? [0xFF, 0xFE] : [0xED, 0xA0, 0x80]);
                    break;
                default:
                    ReplaceAValue(body, random);
                    break;
            }
        }

        return [.. body];
    }

    /// <summary>Puts another JSON value where one stands, so that the body stays JSON.</summary>
    private static void ReplaceAValue(List<byte> body, Random random)
    {
        var text = Encoding.UTF8.GetString([.. body]);
        var colons = Enumerable.Range(0, text.Length).Where(i => text[i] == ':' && i + 1 < text.Length && text[i + 1] == ' ').ToList();
        if (colons.Count == 0)
        {
            return;
        }

        var start = colons[random.Next(colons.Count)] + 2;
        var end = text.IndexOfAny([',', '\n', '}'], start);
        string[] values =
        [
            "null", "7", "-1", "1e999", "true", "\"x\"", "{}", "[]", "[null]", "{\"href\":7}", "\"\\ud800\"", "\"[Failed] x\"", "1.5", "99999999999999999999",
        ];
        var replaced = end < 0 ? text : text[..start] + values[random.Next(values.Length)] + text[end..];
        body.Clear();
        body.AddRange(Encoding.UTF8.GetBytes(replaced));
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    private sealed class BodyHandler : HttpMessageHandler
    {
        public byte[] Body { get; set; } = [];

        public string Charset { get; set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Body), RequestMessage = request };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (Charset.Length > 0)
            {
                response.Content.Headers.ContentType.CharSet = Charset;
            }

            return Task.FromResult(response);
        }
    }
}
