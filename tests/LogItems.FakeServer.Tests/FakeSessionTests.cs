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
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        const int Total = 3_000;
        var session = TestData.Session(items: 0);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);
        var growth = Task.Run(() =>
        {
            for (var usn = 1; usn <= Total; usn++)
            {
                session.AddItem(TestData.Item(usn));
            }
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
            {
                session.AddItem(TestData.Item((writer * 1_000) + usn));
            }
        })));

        Assert.That(session.Items.Select(item => item.Usn), Is.EquivalentTo(Enumerable.Range(0, 4_000)));
    }

    [Test]
    public async Task UpdateItem_RunningItem_AnswersItsEndInItsPlace(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var running = TestData.Item(2, "Running") with { EndTime = null };
        var session = TestData.Session([TestData.Item(1), running, TestData.Item(3)]);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);
        var before = session.Items;

        session.UpdateItem(running with { Type = "Success", EndTime = TestData.Midnight.AddMinutes(1) });

        var list = await http.GetJsonAsync(session.ItemsPath());
        var items = version == ApiVersion.V2 ? list : list.GetProperty("results");
        Assert.That(items.Usns(), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(items[1].GetProperty("endTime").GetString(), Is.EqualTo("2024-05-01T00:01:00+02:00"));
        Assert.That(before[1].EndTime, Is.Null);
    }

    [Test]
    public void UpdateItem_AddedLater_IsReplacedToo()
    {
        var session = TestData.Session(items: 1);
        var added = TestData.Item(2);
        session.AddItem(added);

        session.UpdateItem(added with { Message = "Done" });
        session.AddItem(TestData.Item(3));

        Assert.That(
            session.Items.Select(item => item.Message), Is.EqualTo(new[] { "Operation 1", "Done", "Operation 3" }));
    }

    [Test]
    public void UpdateItem_OfASyntheticSession_ChangesOnlyThatItem()
    {
        var session = SyntheticSessions.Create(sessions: 1, items: 100, seed: 1)[0];
        FakeLogItem[] before = [.. session.Items];
        var changed = before[42] with { Message = "Done" };

        session.UpdateItem(changed);

        Assert.That(session.Items, Is.EqualTo(before.Select(item => item.Id == changed.Id ? changed : item)));
    }

    [Test]
    public void UpdateItem_UnknownId_IsRefused()
    {
        var session = TestData.Session(items: 1);
        var stranger = TestData.Item(1);

        Assert.That(() => session.UpdateItem(stranger), Throws.ArgumentException.With.Message.Contains(stranger.Id.ToString()));
    }

    [Test]
    public async Task RemoveItems_FromTheFront_LaterItemsMoveUp(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var session = TestData.Session(items: 5);
        session.AddItem(TestData.Item(6));
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);
        var before = session.Items;

        session.RemoveItems(0, 2);

        var list = await http.GetJsonAsync(session.ItemsPath());
        Assert.That(
            (version == ApiVersion.V2 ? list : list.GetProperty("results")).Usns(), Is.EqualTo(new[] { 3, 4, 5, 6 }));
        Assert.That(before, Has.Count.EqualTo(6));
    }

    [TestCase(-1, 1)]
    [TestCase(0, -1)]
    [TestCase(2, 2)]
    [TestCase(4, 0)]
    [TestCase(1, int.MaxValue)]
    public void RemoveItems_OutOfRange_IsRefusedAndRemovesNothing(int index, int count)
    {
        var session = TestData.Session(items: 3);

        Assert.That(() => session.RemoveItems(index, count), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(session.Items, Has.Count.EqualTo(3));
    }

    [Test]
    public void RemoveItem_ById_IsGoneOnce()
    {
        var session = TestData.Session(items: 3);
        var id = session.Items[1].Id;

        Assert.That(session.RemoveItem(id), Is.True);
        Assert.That(session.RemoveItem(id), Is.False);
        Assert.That(session.Items.Select(item => item.Usn), Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public async Task Changes_ByManyAtOnce_LoseNoneAndEachSnapshotIsWhole()
    {
        var session = TestData.Session(items: 400);
        var ids = session.Items.Select(item => item.Id).ToArray();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var step = 0; step < 100; step++)
            {
                var old = session.Items.Single(item => item.Id == ids[(step * 4) + writer]);
                if (step % 2 == 0)
                {
                    session.UpdateItem(old with { Message = "Done" });
                }
                else
                {
                    session.RemoveItem(old.Id);
                }

                session.AddItem(TestData.Item(1_000 + (writer * 100) + step));
            }
        }));
        var readers = Task.Run(() =>
        {
            for (var read = 0; read < 200; read++)
            {
                var snapshot = session.Items;
                Assert.That(snapshot.Select(item => item.Id).Distinct().Count(), Is.EqualTo(snapshot.Count));
            }
        });

        await Task.WhenAll([.. writers, readers]);

        Assert.That(session.Items.Count(item => item.Message == "Done"), Is.EqualTo(200));
        Assert.That(session.Items.Count(item => item.Usn >= 1_000), Is.EqualTo(400));
        Assert.That(session.Items, Has.Count.EqualTo(600));
    }

    [Test]
    public void Finish_RunningItems_EndWithTheSession(
        [Values("Success", "Warning", "Failed", "Stopped")] string status)
    {
        var session = new FakeSessionBuilder(TestData.Midnight).Success("Done").Running("Processing").Running("Waiting").Build();
        var done = session.Items[0];

        session.Finish(status, TestData.Midnight.AddMinutes(5));

        var level = status switch { "Failed" => "Error", "Stopped" => "Stop", _ => status };
        Assert.That(session.Items[0], Is.EqualTo(done));
        Assert.That(session.Items.Skip(1).Select(item => (item.Type, item.EndTime)), Is.All.EqualTo((level, (DateTimeOffset?)session.EndTime)));
        Assert.That(session.Status, Is.EqualTo(status));
    }

    [Test]
    public void Finish_SyntheticSession_LeavesNoItemRunning([Values(0, 1, 50)] int items)
    {
        var session = SyntheticSessions.Create(sessions: 1, items, seed: 3).Single();

        session.Finish("Success", session.CreationTime.AddHours(1));

        Assert.That(session.Items, Has.Count.EqualTo(items));
        Assert.That(session.Items.Where(item => item.EndTime is null || item.Type == "Running"), Is.Empty);
    }

    [Test]
    public async Task Finish_RunningSession_AnswersStateAndEnd(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
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
