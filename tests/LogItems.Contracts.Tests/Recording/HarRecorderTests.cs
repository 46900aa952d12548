using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LogItems.Contracts.Recording;
using RichardSzalay.MockHttp;

namespace LogItems.Contracts.Tests.Recording;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HarRecorderTests : IDisposable
{
    private readonly MockHttpMessageHandler _service = new();
    private readonly HarRecorder _recorder;
    private readonly HttpMessageInvoker _client;

    public HarRecorderTests()
    {
        _recorder = new HarRecorder { InnerHandler = _service };
        _client = new HttpMessageInvoker(_recorder, disposeHandler: false);
    }

    public void Dispose()
    {
        _client.Dispose();
        _recorder.Dispose();
        _service.Dispose();
    }

    [Test]
    public async Task Save_Secrets_AreNowhere()
    {
        _service.When("*").Respond(_ => Answer(
            """{"access_token":"SECRET1","refresh_token":"SECRET2","token_type":"bearer","expires_in":3600}"""));
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://user:SECRET3@localhost/v8/token?access_token=SECRET4&limit=1");
        request.Headers.Authorization = new("Bearer", "SECRET5");
        request.Headers.Add("Cookie", "session=SECRET6");
        request.Content = new FormUrlEncodedContent([new("grant_type", "password"), new("username", "operator"), new("password", "SECRET7")]);

        using var response = await _client.SendAsync(request, CancellationToken.None);

        Assert.That(Saved(), Does.Not.Contain("SECRET"));
        Assert.That(Saved(), Does.Contain("operator").And.Contain("limit=1").And.Contain("bearer").And.Contain("3600"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("SECRET1"), "for the caller it is as it was");
    }

    [TestCase("{\"access_token\":\"SECRET")]
    [TestCase("SECRET")]
    [TestCase("[{\"deep\":{\"password\":\"SECRET\"}}]")]
    public async Task Save_TokenBodyInAnyShape_HasNoSecret(string body)
    {
        _service.When("*").Respond(_ => Answer(body));

        using var response = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://localhost/V8/Token"), CancellationToken.None);

        Assert.That(Saved(), Does.Not.Contain("SECRET"));
    }

    [Test]
    public async Task Save_LargeBody_IsLeftOutAndNotJudged()
    {
        using var service = new MockHttpMessageHandler();
        service.When("*").Respond(_ => Answer($"[{new string(' ', 2000)}]"));
        using var recorder = new HarRecorder { InnerHandler = service, MaxRecordedBody = 1000 };
        using var client = new HttpMessageInvoker(recorder);

        using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://localhost/v8/Jobs"), CancellationToken.None);

        using var saved = new MemoryStream();
        recorder.Save(saved);
        var content = JsonNode.Parse(saved.ToArray())!["log"]!["entries"]![0]!["response"]!["content"]!;
        Assert.That(((int)content["size"]!, content["text"]), Is.EqualTo((2002, (JsonNode?)null)));
        saved.Position = 0;
        Assert.That(HarFile.Load(saved, "x.har").Exchanges.Single().Body.Length, Is.Zero);
    }

    [Test]
    public async Task SendAsync_AnswerBeyondTheLimit_IsNotRead()
    {
        using var service = new MockHttpMessageHandler();
        service.When("*").Respond(_ => Answer($"[{new string(' ', 2000)}]"));
        using var recorder = new HarRecorder { InnerHandler = service, MaxBody = 1000 };
        using var client = new HttpMessageInvoker(recorder);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://localhost/v8/Jobs"), CancellationToken.None));

        Assert.That((failure!.HttpRequestError, recorder.Count), Is.EqualTo((HttpRequestError.ConfigurationLimitExceeded, 0)));
    }

    [Test]
    public async Task Save_SetCookie_IsRemoved()
    {
        _service.When("*").Respond(_ =>
        {
            var answer = Answer("[]");
            answer.Headers.Add("Set-Cookie", "antiforgery=SECRET");
            return answer;
        });

        using var response = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://localhost/v8/JobSessions"), CancellationToken.None);

        Assert.That(Saved(), Does.Contain("Set-Cookie").And.Not.Contain("SECRET"));
    }

    [Test]
    public async Task Save_OtherBodies_ComeBackAsTheyWere()
    {
        byte[][] bodies = [Encoding.UTF8.GetBytes("""[{"title":"Grüße \u00e4 😀"}]"""), [0xff, 0xfe, 0x00, 0x80], []];
        foreach (var body in bodies)
        {
            _service.Clear();
            _service.When("*")
                .Respond(_ => new HttpResponseMessage { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } });
            (await _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://localhost/v8/JobSessions"), CancellationToken.None)).Dispose();
        }

        var exchanges = Loaded().Exchanges;

        Assert.That(exchanges.Select(exchange => exchange.Body.ToArray()), Is.EqualTo(bodies));
        Assert.That(exchanges.Select(exchange => exchange.ContentType), Is.All.EqualTo("application/json"));
    }

    [Test]
    public async Task SendAsync_ManyAtOnce_LosesNone()
    {
        _service.When("*").Respond(HttpStatusCode.NoContent);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            await Task.Yield();
            (await _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://localhost/v8/JobSessions"), CancellationToken.None)).Dispose();
        }));

        Assert.That(_recorder.Count, Is.EqualTo(100));
        Assert.That(Loaded().Count, Is.EqualTo(100));
    }

    [Test]
    public async Task Save_Entry_HasWhatTheFormatRequires()
    {
        _service.When("*").Respond(_ => Answer("[]"));
        (await _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://localhost/v8/JobSessions?limit=1"), CancellationToken.None)).Dispose();

        var entry = JsonNode.Parse(Saved())!["log"]!["entries"]![0]!.AsObject();

        Assert.That(entry.Select(member => member.Key), Is.EquivalentTo(["startedDateTime", "time", "request", "response", "cache", "timings"]));
        Assert.That(entry["request"]!["queryString"]!.ToJsonString(), Is.EqualTo("""[{"name":"limit","value":"1"}]"""));
    }

    private string Saved()
    {
        using var stream = new MemoryStream();
        _recorder.Save(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private HarFile Loaded() => HarFile.Load(new MemoryStream(Encoding.UTF8.GetBytes(Saved())), "traffic.har");

    private static HttpResponseMessage Answer(string body) => new() { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
