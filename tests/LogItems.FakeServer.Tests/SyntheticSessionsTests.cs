using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

public sealed class SyntheticSessionsTests
{
    private static readonly IReadOnlyList<FakeSession> Sessions = SyntheticSessions.Create(sessions: 5, items: 1_000, seed: 7);

    private static readonly IReadOnlyList<FakeLogItem> Items = [.. Sessions.SelectMany(session => session.Items)];

    [Test]
    public void Create_SameArguments_IsTheSame()
    {
        var again = SyntheticSessions.Create(sessions: 5, items: 1_000, seed: 7);

        Assert.That(again.Select(Describe), Is.EqualTo(Sessions.Select(Describe)));
        Assert.That(again.SelectMany(session => session.Items), Is.EqualTo(Items));
    }

    [Test]
    public void Create_OtherSeed_IsAnother()
    {
        var other = SyntheticSessions.Create(sessions: 5, items: 1_000, seed: 8);

        Assert.That(other.Select(session => session.Id), Is.Not.EquivalentTo(Sessions.Select(session => session.Id)));
        var ids = Items.Select(item => item.Id).ToHashSet();
        Assert.That(other.SelectMany(session => session.Items).Where(item => ids.Contains(item.Id)), Is.Empty);
    }

    [Test]
    public void Create_Item_DoesNotDependOnWhatWasReadBefore()
    {
        var fresh = SyntheticSessions.Create(sessions: 5, items: 1_000, seed: 7);

        Assert.That(fresh[3].Items[777], Is.EqualTo(Sessions[3].Items[777]));
    }

    [Test]
    public void Create_Ids_AreUniqueVersion4Ids()
    {
        var ids = Items.Select(item => item.Id).Concat(Sessions.Select(session => session.Id)).ToList();

        Assert.That(ids, Is.Unique);
        Assert.That(ids.Select(id => id.Version), Is.All.EqualTo(4));
        Assert.That(ids.Select(id => id.Variant), Is.All.InRange(8, 11));
    }

    [Test]
    public void Create_FirstNight_StartsOnTheFixedDateAndSaysSo()
    {
        // 22:00 UTC on 4 March 2024, at -07:00.
        var first = Sessions[0].Items[0];

        Assert.That(Sessions[0].CreationTime.Offset, Is.EqualTo(TimeSpan.FromHours(-7)));
        Assert.That(Sessions[0].CreationTime.DateTime, Is.EqualTo(new DateTime(2024, 3, 4, 15, 0, 0)).Within(1).Seconds);
        Assert.That(first.Message, Does.Match(@"^Job started at 3/4/2024 3:00:0[0-3] PM$"));
        Assert.That(first.Usn, Is.EqualTo(1));
    }

    [Test]
    public void Create_Levels_AreTheFiveOfV8() =>
        Assert.That(
            Items.Select(item => item.Type).Distinct(),
            Is.EquivalentTo(new[] { "Running", "Warning", "Error", "Success", "Stop" }));

    [Test]
    public void Create_Texts_HoldWhatClientsMustSurvive()
    {
        var messages = Items.Select(item => item.Message).ToList();

        Assert.That(messages, Has.Some.Match(@"\(ID: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\)$"));
        Assert.That(messages, Has.Some.Match(@"https://contoso\.sharepoint\.com/sites/\w+\. "));
        Assert.That(messages, Has.Some.Match(@"@contoso\.onmicrosoft\.com"));
        Assert.That(messages, Has.Some.StartsWith("[Failed] "));
        Assert.That(messages, Has.Some.Match(@".\[Failed\] "));
    }

    [Test]
    public void Create_LastSession_IsTheOnlyRunningOne()
    {
        Assert.That(
            Sessions.Select(session => session.Status),
            Is.EqualTo(new[] { "Success", "Warning", "Failed", "Stopped", "Running" }));
        Assert.That(Sessions.Where(session => session.EndTime is null), Is.EqualTo(new[] { Sessions[4] }));
        Assert.That(
            Items.Where(item => item.EndTime is null), Is.EqualTo(Sessions[4].Items.TakeLast(3)));
        Assert.That(Sessions[4].Items.TakeLast(3).Select(item => item.Type), Is.All.EqualTo("Running"));
    }

    [Test]
    public void Create_FinishedSession_ItemsAreNoWorseThanIt()
    {
        Assert.That(Sessions[0].Items.Select(item => item.Type).Distinct(), Is.EqualTo(new[] { "Success" }));
        Assert.That(Sessions[1].Items.Select(item => item.Type).Distinct(), Is.EquivalentTo(new[] { "Success", "Warning" }));
        Assert.That(Sessions[2].Items[^1].Type, Is.EqualTo("Error"));
        Assert.That(Sessions[3].Items[^1].Type, Is.EqualTo("Stop"));
    }

    [Test]
    public void Create_Times_AreInOrderWithinTheSessionAndKeepAnOffset()
    {
        foreach (var session in Sessions)
        {
            Assert.That(session.Items.Select(item => item.CreationTime), Is.Ordered);
            Assert.That(session.Items.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(1, 1_000)));
            Assert.That(session.Items.Select(item => item.CreationTime), Is.All.GreaterThanOrEqualTo(session.CreationTime));
            Assert.That(session.Items.Select(item => item.CreationTime.Offset), Is.All.Not.EqualTo(TimeSpan.Zero));
            if (session.EndTime is { } end)
            {
                Assert.That(session.Items.Select(item => item.EndTime), Is.All.LessThanOrEqualTo(end));
            }
        }
    }

    [Test]
    public async Task Create_AMillionItems_AreServedFromAnywhere()
    {
        var session = SyntheticSessions.Create(sessions: 1, items: 1_000_000, seed: 3)[0];
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);
        var last = session.Items[999_999];

        var page = await http.GetJsonAsync($"{session.ItemsPath()}?offset=999990&limit=100");
        var item = await http.GetJsonAsync($"{session.ItemsPath()}/{last.Id}");

        Assert.That(page.GetProperty("results").Usns(), Is.EqualTo(Enumerable.Range(999_991, 10)));
        Assert.That(item.GetProperty("usn").GetInt64(), Is.EqualTo(1_000_000));
    }

    [Test]
    public async Task Create_FilteredByType_IsTheFilteredData()
    {
        await using var server = await TestData.ServeAsync(Sessions[2]);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        var page = await http.GetJsonAsync($"{Sessions[2].ItemsPath()}?type=Error&limit=10000");

        var expected = Sessions[2].Items.Where(item => item.Type == "Error").Select(item => item.Usn);
        Assert.That(page.GetProperty("results").Usns(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Create_GrownSession_FindsOldAndNewItems()
    {
        var session = SyntheticSessions.Create(sessions: 1, items: 10, seed: 3)[0];
        var added = TestData.Item(11);
        session.AddItem(added);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V6);

        foreach (var item in session.Items)
        {
            var answer = await http.GetJsonAsync($"{session.ItemsPath()}/{item.Id}");
            Assert.That(answer.GetProperty("usn").GetInt64(), Is.EqualTo(item.Usn));
        }
    }

    [TestCase(-1, 1)]
    [TestCase(1, -1)]
    public void Create_NegativeNumber_IsRefused(int sessions, int items) =>
        Assert.That(() => SyntheticSessions.Create(sessions, items, seed: 1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static string Describe(FakeSession session) =>
        $"{session.Id} {session.CreationTime:O} {session.EndTime:O} {session.Status} {session.JobId} {session.Statistics}";
}
