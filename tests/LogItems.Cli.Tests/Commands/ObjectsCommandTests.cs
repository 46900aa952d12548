using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ObjectsCommandTests : FakeServerFixture
{
    private const string Objects = """
        {"offset":0,"limit":30,"results":[
            {"id":"b1c2:user@contoso.com","type":"User","status":"Success","_links":{}},
            {"id":"b1c2:Sales","type":"Site","status":"Failed","_links":{}},
            {"id":"b1c2:New","type":"Channel","status":"Warning","_links":{}}]}
        """;

    private static readonly FakeSession Empty = new() { CreationTime = DateTimeOffset.UnixEpoch, EndTime = DateTimeOffset.UnixEpoch };

    protected override FakeServerOptions Options => new() { Sessions = [Empty] };

    [Test]
    public async Task Objects_Jsonl_HoldsTypeAndResult([Values("v7", "v8")] string version)
    {
        await using var server = await StubServer.StartAsync(context => context.Response.WriteAsync(
            context.Request.Path == $"/{version}/JobSessions/{SeedItem.Session}/ProcessedObjects" ? Objects : "?"));

        var run = await ToolRun.StartAsync(
            $"objects {SeedItem.Session} --format jsonl --fields id,type,status --server {server.Address} --api-version {version} --token T");

        Assert.That(run.Lines, Is.EqualTo(new[]
        {
            """{"id":"b1c2:user@contoso.com","type":"User","status":"Success"}""",
            """{"id":"b1c2:Sales","type":"Site","status":"Failed"}""",
            """{"id":"b1c2:New","type":"Channel","status":"Warning"}""",
        }), run.Error);
        Assert.That(run.Error, Does.StartWith("1 value in 1 object could not be read (type)"));
    }

    [Test]
    public async Task Objects_SessionWithoutAny_IsEmpty()
    {
        var run = await RunAsync($"objects {Empty.Id} --api-version v8");

        Assert.That((run.ExitCode, run.Lines.Single(), run.Error), Is.EqualTo((0, "STATUS   TYPE   ID", "No objects match.\n")));
    }

    [Test]
    public async Task Objects_VersionWithoutThem_IsUsage()
    {
        var run = await RunAsync($"objects {SeedItem.Session} --api-version v6");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("v6").And.Contain("v7"));
    }
}
