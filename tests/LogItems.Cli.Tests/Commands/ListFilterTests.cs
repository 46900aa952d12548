using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

/// <summary>The options of <c>logitems list</c> that select and order the items.</summary>
internal sealed class ListFilterTests : FakeServerFixture
{
    protected override FakeServerOptions Options => new() { Sessions = [MixedSession.Session] };

    [Test]
    public async Task List_Level_LeavesTheOthersOut([Values("v3", "v8")] string version, [Values("Warning", "warning")] string level)
    {
        var run = await RunAsync($"list {MixedSession.Session.Id} --format jsonl --level {level} --api-version {version}");

        Assert.That(run.JsonLines.Select(item => item.GetProperty("usn").GetInt32()), Is.EqualTo([2, 4]));
    }

    [TestCase("asc", new[] { 1, 2, 3, 4 })]
    [TestCase("desc", new[] { 4, 3, 2, 1 })]
    public async Task List_Order_IsTheServers(string order, int[] expected)
    {
        var run = await RunAsync($"list {MixedSession.Session.Id} --format jsonl --order {order} --api-version v8");

        Assert.That(run.JsonLines.Select(item => item.GetProperty("usn").GetInt32()), Is.EqualTo(expected));
    }

    [Test]
    public async Task List_OrderBeforeV8_IsRefusedBeforeAnyRequest()
    {
        var before = Server.Requests.Count;

        var run = await RunAsync($"list {MixedSession.Session.Id} --order asc --api-version v7");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("v7").And.Contain("v8"));
        Assert.That(Server.Requests, Has.Count.EqualTo(before));
    }

    [TestCase("--level Warning,Error", new[] { 2, 3, 4 })]
    [TestCase("--level warning --level ERROR", new[] { 2, 3, 4 })]
    [TestCase("--level Success --contains STEP", new[] { 1 })]
    [TestCase("--contains step --skip 1 --take 2", new[] { 2, 3 })]
    [TestCase("--level Warning --skip 1", new[] { 4 })]
    [TestCase("--matches p.[14]$", new[] { 1, 4 })]
    [TestCase("--matches ^STEP", new int[0])]
    [TestCase("--matches (?i)^STEP --take 1", new[] { 1 })]
    public async Task List_Filters_AreTheSameInAllVersions(string filters, int[] expected)
    {
        foreach (var version in new[] { "v2", "v7", "v8" })
        {
            var run = await RunAsync($"list {MixedSession.Session.Id} --format jsonl --api-version {version} {filters}");

            Assert.That(run.JsonLines.Select(item => item.GetProperty("usn").GetInt32()), Is.EqualTo(expected), $"{version} {run.Error}");
            Assert.That(run.Error, Is.EqualTo(expected.Length == 0 ? "No items match.\n" : ""));
        }
    }

    [TestCase("--matches (", "--matches is not a valid regular expression")]
    [TestCase("--matches (?=a)", "not supported")]
    [TestCase("--level Warning,Splendid", "--level is 'Splendid'")]
    [TestCase("--fields text,colour", "--fields is 'colour'")]
    [TestCase("--fields text", "--format")]
    public async Task List_WrongFilter_IsUsageBeforeAnyRequest(string filter, string expected)
    {
        var before = Server.Requests.Count;

        var run = await RunAsync($"list {MixedSession.Session.Id} {filter}{(filter.EndsWith("text", StringComparison.Ordinal) ? "" : " --format json")}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(expected).And.EndWith("See logitems list --help.\n"));
        Assert.That(Server.Requests, Has.Count.EqualTo(before));
    }

    [Test]
    public async Task List_OrderOnADetectedServer_IsRefusedWithTheOption()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Versions = [ApiVersion.V5] });

        var run = await ToolRun.StartAsync($"list {SeedItem.Session} --order asc --server {server.BaseAddress} --token T");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("logitems: --order requires API v8").And.Contain("the API version is v5"));
        Assert.That(server.Requests.Select(request => request.Path), Has.None.Contain("LogItems").IgnoreCase.And.None.Contain("token").IgnoreCase);
    }
}
