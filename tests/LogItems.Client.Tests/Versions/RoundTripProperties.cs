using FsCheck;
using FsCheck.Fluent;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Versions;

/// <summary>Any canonical item, written in any version's wire form by the server, reads back equal.</summary>
public class RoundTripProperties
{
    private static readonly string[] Levels = ["Success", "Warning", "Error", "Running", "Stop"];

    private static Gen<DateTimeOffset> Times =>
        from day in Gen.Choose(1, 3_000_000)
        from second in Gen.Choose(0, 86_399)
        from tick in Gen.Choose(0, 9_999_999)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(new DateTime(2, 1, 2).AddDays(day).AddSeconds(second).AddTicks(tick), TimeSpan.FromMinutes(minutes));

    private static Gen<FakeLogItem> Items =>
        from id in ArbMap.Default.GeneratorFor<Guid>()
        from usn in Gen.Choose(int.MinValue, int.MaxValue)
        from level in Gen.Elements(Levels)
        from text in ArbMap.Default.GeneratorFor<NonNull<string>>()
        from prefix in Gen.Elements("", "[Failed] ", "[Success] ", "[", "]", "\"", "\\u0000", "ü😀")
        from started in Times
        from ended in Times
        from isRunning in ArbMap.Default.GeneratorFor<bool>()
        from links in Gen.Elements(FakeLogItemLinks.None, FakeLogItemLinks.Self, FakeLogItemLinks.Session, FakeLogItemLinks.All)
        select new FakeLogItem
        {
            Id = id,
            Usn = usn,
            Type = level,
            Message = WithoutLoneSurrogates(prefix + text.Get),
            CreationTime = started,
            EndTime = isRunning ? null : ended,
            Links = links,
        };

    [Test]
    public async Task Item_AnyVersion_ReadsBackEqual([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var items = Items.Sample(400).DistinctBy(item => item.Id).ToArray();
        var session = new FakeSession { CreationTime = items[0].CreationTime, Items = items };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version, PageSize = 37 });
        var read = await client.GetLogItemsAsync(session.Id).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                read.OrderBy(item => item.Id).Select(
                    item => (item.Id, item.Usn, item.LevelText, item.Text, Exact(item.StartedAt), Exact(item.EndedAt), item.IsRunning, item.Links.Count)),
                Is.EqualTo(items.OrderBy(item => item.Id).Select(
                    item => (item.Id, item.Usn, item.Type, item.Message, Exact(item.CreationTime), Exact(item.EndTime), item.EndTime is null,
                        Count(item.Links)))));
            Assert.That(read.SelectMany(item => item.Issues), Is.Empty);
        }
    }

    private static string? Exact(DateTimeOffset? time) => time?.ToString("O");

    private static int Count(FakeLogItemLinks links) => System.Numerics.BitOperations.PopCount((uint)links);

    private static string WithoutLoneSurrogates(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
