using System.Net;
using System.Text;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using RichardSzalay.MockHttp;

namespace LogItems.Contracts.Tests.Conformance;

public sealed class ConformanceHandlerTests : IDisposable
{
    private readonly MockHttpMessageHandler _service = new();
    private ConformanceHandler _handler = null!;
    private HttpMessageInvoker _client = null!;

    [SetUp]
    public void Connect()
    {
        _service.Clear();
        _handler = new ConformanceHandler(new Dictionary<string, ContractDocument>
        {
            ["v5"] = Fixture.Load("exchange", "contract.yaml"),
        })
        {
            InnerHandler = _service,
        };
        _client = new HttpMessageInvoker(_handler, disposeHandler: false);
    }

    [TearDown]
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
        _service.Dispose();
    }

    [Test]
    public async Task SendAsync_AnswerThatConforms_FindsNothingAndStaysReadable()
    {
        _service.When("*/v5/JobSessions?limit=1").Respond(_ => Streamed("[]"));

        using var response = await Get("/v5/JobSessions?limit=1");

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("[]"));
        Assert.That(_handler.Findings, Is.Empty);
    }

    [Test]
    public async Task SendAsync_AnswerThatDoesNot_IsPassedOnWithAFinding()
    {
        _service.When("*/v5/JobSessions").Respond(_ => Streamed("[{\"id\": 1}]"));

        using var response = await Get("/v5/JobSessions");
        using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(stream);

        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("[{\"id\": 1}]"));
        Assert.That(_handler.Findings.Select(finding => finding.Location.Pointer), Does.Contain("/0/id"));
    }

    [Test]
    public async Task Coverage_Exchange_IsCountedInItsVersion()
    {
        _service.When("*/v5/JobSessions").Respond(_ => Streamed("[]"));

        using var response = await Get("/v5/JobSessions");

        Assert.That(_handler.Coverage["v5"].Items.Where(item => item.IsCovered).Select(item => item.Name),
            Is.EqualTo(["GET /JobSessions", "GET /JobSessions 200"]));
    }

    [Test]
    public async Task SendAsync_VersionWithoutAView_IsAFinding()
    {
        _service.When("*").Respond(HttpStatusCode.NotFound);

        using var response = await Get("/v9/JobSessions");

        Assert.That(_handler.Findings.Single().RuleId, Is.EqualTo(ExchangeRules.UndocumentedOperation));
        Assert.That(_handler.Findings.Single().Message, Does.Contain("/v9"));
    }

    [Test]
    public void SendAsync_BodyThatBreaksOff_FailsAsItWouldForTheCaller()
    {
        _service.When("*").Respond(_ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) });

        Assert.That(() => Get("/v5/JobSessions"), Throws.InstanceOf<HttpRequestException>().Or.InstanceOf<IOException>());
        Assert.That(_handler.Findings, Is.Empty);
    }

    [Test]
    public async Task SendAsync_ManyAtOnce_LosesNoFinding()
    {
        _service.When("*").Respond(_ => Streamed("{"));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            await Task.Yield();
            (await Get("/v5/JobSessions")).Dispose();
        }));

        Assert.That(_handler.Findings, Has.Count.EqualTo(200));
    }

    private Task<HttpResponseMessage> Get(string path) =>
        _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"https://localhost{path}"), CancellationToken.None);

    private static HttpResponseMessage Streamed(string json)
    {
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        content.Headers.ContentType = new("application/json");
        return new HttpResponseMessage { Content = content };
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was reset.");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The connection was reset.");
    }
}
