using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Verification;
using Microsoft.AspNetCore.Http;

namespace LogItems.Contracts.Tests.Verification;

/// <summary>Parameters that few requests can carry, or that no text can be made of in reasonable time.</summary>
public class OddParameterTests
{
    [TestCase("schema: {type: string, pattern: '^a{1,2147483647}$'}")]
    [TestCase("schema: {type: string, pattern: '^a{2147483647,}$'}")]
    [TestCase("schema: {type: string, minLength: 2000000000}")]
    [TestCase("schema: {type: string, pattern: '^(?P<y>[0-9]{4})$'}")]
    [CancelAfter(60_000)]
    public async Task RunAsync_HugeOrForeignPattern_IsExploredWithinBounds(string parameter, CancellationToken cancellationToken)
    {
        var sent = await SentAsync($"{{name: p, in: query, required: true, {parameter}}}", cancellationToken: cancellationToken);

        Assert.That(sent, Is.Not.Empty);
        Assert.That(sent.Select(request => request.Query.Length), Is.All.LessThan(12_000));
    }

    [Test]
    public async Task RunAsync_RequiredHeaderThatNoRequestCarries_IsNotSent()
    {
        var sent = await SentAsync("{name: X-User, in: header, required: true, example: Jürgen, schema: {type: string}}");

        Assert.That(sent, Is.Not.Empty);
        Assert.That(sent.Select(request => request.Header), Has.None.Contains("J"));
    }

    [Test]
    public async Task RunAsync_ListInAHeader_HasNoItemsWithCommas()
    {
        var sent = await SentAsync("{name: X-User, in: header, schema: {type: array, items: {type: string, enum: ['a,b', c]}}}");

        Assert.That(sent.Select(request => request.Header), Has.Some.EqualTo("c").And.None.Contains("a,b"));
    }

    [Test]
    public async Task RunAsync_ObjectInAPath_IsNeverMissing()
    {
        var sent = await SentAsync("{name: p, in: path, required: true, schema: {type: object, properties: {a: {type: integer}}}}", path: "/items/{p}");

        Assert.That(sent.Select(request => request.Path), Has.Some.StartsWith("/items/").And.None.EqualTo("/items/"));
    }

    private static async Task<List<(string Path, string Query, string Header)>> SentAsync(
        string parameter, string path = "/items", CancellationToken cancellationToken = default)
    {
        var contract = Fixture.Parse($$"""
            openapi: '3.0.3'
            info: {title: Test, version: '1'}
            paths:
              {{path}}:
                get:
                  parameters: [{{parameter}}]
                  responses: {'200': {description: Some.}, '400': {description: Refused.} }
            """);
        var sent = new List<(string Path, string Query, string Header)>();
        await using var server = await ParameterServer.StartAsync(Note);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = server.Address };
        var options = new VerificationOptions { RequestsPerSecond = 1e6, ExplorationRequests = 200, SlowAfter = TimeSpan.FromHours(1) };
        await ServerVerification.RunAsync(http, contract, options, cancellationToken);
        return sent;

        int? Note(HttpRequest request)
        {
            sent.Add((request.Path.ToString(), request.QueryString.ToString(), request.Headers["X-User"].ToString()));
            return 200;
        }
    }
}
