using System.Net;
using System.Text;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using RichardSzalay.MockHttp;

namespace LogItems.Contracts.Tests.Conformance;

public sealed class ConformanceHandlerTests : IDisposable
{
    private readonly MockHttpMessageHandler service = new();
    private ConformanceHandler handler = null!;
    private HttpMessageInvoker client = null!;

    [SetUp]
    public void Connect()
    {
        service.Clear();
        handler = new ConformanceHandler(new Dictionary<string, ContractDocument>
        {
            ["v5"] = Fixture.Load("exchange", "contract.yaml"),
        })
        {
            InnerHandler = service,
        };
        client = new HttpMessageInvoker(handler, disposeHandler: false);
    }

    [TearDown]
    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
        service.Dispose();
    }

    [Test]
    public async Task SendAsync_AnswerThatConforms_FindsNothingAndStaysReadable()
    {
        service.When("*/v5/JobSessions?limit=1").Respond(_ => Streamed("[]"));

        using var response = await Get("/v5/JobSessions?limit=1");

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("[]"));
        Assert.That(handler.Findings, Is.Empty);
    }

    [Test]
    public async Task SendAsync_AnswerThatDoesNot_IsPassedOnWithAFinding()
    {
        service.When("*/v5/JobSessions").Respond(_ => Streamed("[{\"id\": 1}]"));

        using var response = await Get("/v5/JobSessions");
        using var stream = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(stream);

        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("[{\"id\": 1}]"));
        Assert.That(handler.Findings.Select(finding => finding.Location.Pointer), Does.Contain("/0/id"));
    }

    [Test]
    public async Task Coverage_Exchange_IsCountedInItsVersion()
    {
        service.When("*/v5/JobSessions").Respond(_ => Streamed("[]"));

        using var response = await Get("/v5/JobSessions");

        Assert.That(handler.Coverage["v5"].Items.Where(item => item.IsCovered).Select(item => item.Name),
            Is.EqualTo(["GET /JobSessions", "GET /JobSessions 200"]));
    }

    [Test]
    public async Task SendAsync_VersionWithoutAView_IsAFinding()
    {
        service.When("*").Respond(HttpStatusCode.NotFound);

        using var response = await Get("/v9/JobSessions");

        Assert.That(handler.Findings.Single().RuleId, Is.EqualTo(ExchangeRules.UndocumentedOperation));
        Assert.That(handler.Findings.Single().Message, Does.Contain("/v9"));
    }

    [Test]
    public void SendAsync_BodyThatBreaksOff_FailsAsItWouldForTheCaller()
    {
        service.When("*").Respond(_ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) });

        Assert.That(() => Get("/v5/JobSessions"), Throws.InstanceOf<HttpRequestException>().Or.InstanceOf<IOException>());
        Assert.That(handler.Findings, Is.Empty);
    }

    [Test]
    public async Task SendAsync_ManyAtOnce_LosesNoFinding()
    {
        service.When("*").Respond(_ => Streamed("{"));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            await Task.Yield();
            (await Get("/v5/JobSessions")).Dispose();
        }));

        Assert.That(handler.Findings, Has.Count.EqualTo(200));
    }

    private Task<HttpResponseMessage> Get(string path) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"https://localhost{path}"), CancellationToken.None);

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
