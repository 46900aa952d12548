using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Reading;

/// <summary>A server can end the items of a session after the session itself.</summary>
public class RunningItemTests : ExportFixture
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Test]
    public async Task RunOnceAsync_ItemEndsAfterItsSession_IsExported()
    {
        var session = Session(_now.AddMinutes(-10), end: _now);
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        await ExportAsync(server);
        var item = session.Items[0] with { Type = "Error", EndTime = _now };
        session.UpdateItem(item);

        await ExportAsync(server);

        Assert.That(Sink.Items.Values.Select(written => (written.Level, written.EndedAt)), Is.EqualTo(new[] { (LogItemLevel.Error, item.EndTime) }));
    }

    [TestCase(0, 2)]
    [TestCase(2, 1)]
    public async Task RunOnceAsync_ItemNeverEnds_IsReadOnceMoreUnlessItIsOld(int daysAgo, int reads)
    {
        var end = _now.AddDays(-daysAgo);
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [Session(end.AddMinutes(-10), end)] });
        for (var poll = 0; poll < 3; poll++)
        {
            await ExportAsync(server);
        }

        Assert.That(server.Requests.Count(request => request.Path.EndsWith("/LogItems", StringComparison.OrdinalIgnoreCase)), Is.EqualTo(reads));
    }

    private static FakeSession Session(DateTimeOffset start, DateTimeOffset end) => new()
    {
        CreationTime = start, EndTime = end, Status = "Failed", Items = [new FakeLogItem { Type = "Running", Message = "Processing", CreationTime = start }],
    };

    private Task ExportAsync(FakeLogItemsServer server) => Sink.RunOnceAsync(Store, null, ExportServers.Of(server, version: ApiVersion.V8));
}
