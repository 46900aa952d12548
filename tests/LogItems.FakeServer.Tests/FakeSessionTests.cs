using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

public sealed class FakeSessionTests
{
    [Test]
    public void Items_AfterAddItem_OlderSnapshotStays()
    {
        var session = TestData.Session(items: 1);
        var before = session.Items;

        session.AddItem(TestData.Item(2));

        Assert.That(before, Has.Count.EqualTo(1));
        Assert.That(session.Items.Select(item => item.Usn), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void Items_GivenList_IsCopied()
    {
        var items = new List<FakeLogItem> { TestData.Item(1) };
        var session = TestData.Session(items);

        items.Clear();

        Assert.That(session.Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AddItem_WhileBeingRead_EachAnswerIsAPrefix(
        [ValueSource(typeof(Versions), nameof(Versions.All))] ApiVersion version)
    {
        const int Total = 3_000;
        var session = TestData.Session(items: 0);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);
        var growth = Task.Run(() =>
        {
            for (var usn = 1; usn <= Total; usn++)
                session.AddItem(TestData.Item(usn));
        });

        var seen = 0;
        while (seen < Total)
        {
            var list = await http.GetJsonAsync($"{session.ItemsPath()}?limit=10000");
            var usns = (version == ApiVersion.V2 ? list : list.GetProperty("results")).Usns();
            Assert.That(usns, Is.EqualTo(Enumerable.Range(1, usns.Length)));
            Assert.That(usns, Has.Length.GreaterThanOrEqualTo(seen));
            seen = usns.Length;
        }

        await growth;
    }

    [Test]
    public async Task AddItem_ByManyAtOnce_LosesNone()
    {
        var session = TestData.Session(items: 0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var usn = 0; usn < 1_000; usn++)
                session.AddItem(TestData.Item((writer * 1_000) + usn));
        })));

        Assert.That(session.Items.Select(item => item.Usn), Is.EquivalentTo(Enumerable.Range(0, 4_000)));
    }

    [Test]
    public async Task Finish_RunningSession_AnswersStateAndEnd(
        [ValueSource(typeof(Versions), nameof(Versions.All))] ApiVersion version)
    {
        var session = new FakeSession { CreationTime = TestData.Midnight, Status = "Running" };
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);

        session.Finish("Warning", TestData.Midnight.AddMinutes(5));

        var answer = await http.GetJsonAsync($"JobSessions/{session.Id}");
        Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("Warning"));
        Assert.That(answer.GetProperty("endTime").GetString(), Is.EqualTo("2024-05-01T00:05:00+02:00"));
    }
}
