using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests;

/// <summary>Several tools that run on one machine at the same time, on one server and one account.</summary>
internal sealed class ConcurrentProcessesTests
{
    private const int Tools = 6;
    private const int Items = 3_000;

    [Test]
    public async Task List_SeveralToolsAtOnce_EachReadsAll([Values("v3", "v8")] string version)
    {
        var items = Enumerable.Range(1, Items)
            .Select(usn => new FakeLogItem { Usn = usn, Message = $"Item {usn}", CreationTime = DateTimeOffset.UnixEpoch.AddSeconds(usn) });
        var session = new FakeSession { Status = "Success", CreationTime = DateTimeOffset.UnixEpoch, EndTime = DateTimeOffset.UnixEpoch.AddDays(1) };
        foreach (var item in items)
        {
            session.AddItem(item);
        }

        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        var environment = new Dictionary<string, string> { ["LOGITEMS_USERNAME"] = "demo", ["LOGITEMS_PASSWORD"] = "demo" };
        var command = $"list {session.Id} --server {server.BaseAddress} --api-version {version} --format jsonl --fields usn";
        var tools = Enumerable.Range(0, Tools).Select(_ => ToolProcess.Start(command, environment)).ToList();
        var outputs = await Task.WhenAll(tools.Select(tool => tool.Out.ReadToEndAsync()));
        var exitCodes = await Task.WhenAll(tools.Select(tool => tool.WaitAsync()));
        tools.ForEach(tool => tool.Dispose());

        Assert.That(exitCodes, Is.All.Zero);
        var expected = string.Concat(Enumerable.Range(1, Items).Select(usn => $$"""{"usn":{{usn}}}""" + "\n"));
        Assert.That(outputs, Is.All.EqualTo(expected));
    }
}
