using System.Net;
using System.Text.Json.Nodes;
using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

/// <summary>The documents that <c>logitems serve</c> offers beside the API.</summary>
internal sealed class ApiDocumentationTests
{
    private ToolProcess _serve = null!;
    private HttpClient _http = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _serve = ToolProcess.Start("serve --versions v2,v8 --fault 503:1");
        _http = new(new SocketsHttpHandler()) { BaseAddress = new((await _serve.ReadLineAsync())!["listening on ".Length..]) };
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _http.Dispose();
        _serve.Dispose();
    }

    [Test]
    public async Task OpenApi_Version_IsItsViewOfTheContractForThisServer([Values("v2", "v8")] string version)
    {
        var served = JsonNode.Parse(await _http.GetStringAsync(new Uri($"openapi/{version}.json", UriKind.Relative)))!.AsObject();
        var view = JsonNode.Parse((await ToolRun.StartAsync($"contract view --version {version} --format json")).Out)!.AsObject();

        Assert.That(served["servers"]!.AsArray().Select(server => server!["url"]!.GetValue<string>()), Is.EqualTo([$"/{version}"]));
        view["servers"] = served["servers"]!.DeepClone();
        Assert.That(JsonNode.DeepEquals(served, view));
    }

    [Test]
    public async Task OpenApi_VersionThatIsNotServed_IsNotThere()
    {
        using var answer = await _http.GetAsync(new Uri("openapi/v5.json", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotImplemented));
    }

    [Test]
    public async Task Docs_Page_AllowsRequestsToThisServerOnly()
    {
        using var answer = await _http.GetAsync(new Uri("docs/", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'self'").And.Not.Contain("http"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("//"));
    }
}
