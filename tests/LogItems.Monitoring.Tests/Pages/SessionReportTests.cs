using System.Text;
using System.Text.Json;
using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Pages;

public class SessionReportTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    private static readonly FailureReportOptions Night = new()
    {
        Since = Start.AddHours(-10), Until = Start.AddHours(9), TimeProvider = new FixedTime(Start.AddHours(9)),
    };

    [Test]
    public async Task WriteTrace_EveryVersion_HasAProcessForEachSessionAndNoOverlapOnAThread([Values] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(Start, "Mail", ("Success", "Processing mailbox: a@b.c"), ("Error", "B")), Runs.Create(Start.AddHours(-1), "Sites", ("Success", "C"))],
            version);
        using var output = new MemoryStream();

        (await SessionReport.ReadAsync(run.Client, Night)).WriteTrace(output);

        var events = JsonElement.Parse(output.ToArray()).GetProperty("traceEvents").EnumerateArray().ToList();
        var items = events.Where(each => each.GetProperty("ph").GetString() == "X").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(events.Count(each => each.GetProperty("ph").GetString() == "M"), Is.EqualTo(2));
            string[] names = ["pid", "tid", "name", "cat", "dur"];
            Assert.That(items.Select(item => string.Join(' ', names.Select(name => item.GetProperty(name)))), Is.EqualTo(new[]
            {
                "1 1 C Success 60000000", "2 1 Mailbox a@b.c Success 60000000", "2 1 B Error 60000000",
            }));
            Assert.That(items[0].GetProperty("ts").GetInt64(), Is.EqualTo(Start.AddMinutes(-59).ToUnixTimeMilliseconds() * 1000));
        }
    }

    [Test]
    public async Task WriteTrace_OperationsAtATime_AreOnThreadsOfTheirOwn()
    {
        var session = new FakeSession
        {
            CreationTime = Start,
            EndTime = Start.AddMinutes(3),
            Items = [Item("A", 0, 3), Item("B", 1, 2), Item("C", 2, 3)],
        };
        await using var run = await ServerRun.StartAsync([session]);
        using var output = new MemoryStream();

        (await SessionReport.ReadAsync(run.Client, Night)).WriteTrace(output);

        var items = JsonElement.Parse(output.ToArray()).GetProperty("traceEvents").EnumerateArray().Where(each => each.GetProperty("ph").GetString() == "X");
        Assert.That(items.Select(item => $"{item.GetProperty("name")}{item.GetProperty("tid")}"), Is.EqualTo(new[] { "A1", "B2", "C2" }));
    }

    [Test]
    public async Task WriteHtml_TextOfUsers_CannotEndTheData()
    {
        await using var run = await ServerRun.StartAsync([Runs.Create(Start, "Mail", ("Success", "</script><script>alert(1)</script>"))]);
        using var output = new MemoryStream();

        var report = await SessionReport.ReadAsync(run.Client, Night);
        report.WriteHtml(output);

        var html = Encoding.UTF8.GetString(output.ToArray());
        Assert.That(report.ItemCount, Is.EqualTo(1));
        Assert.That(html, Does.Not.Contain("alert(1)").And.Not.Contain("{data}").And.Not.Contain("{script"));
        Assert.That(html.Split("<script").Length, Is.EqualTo(3));
        Assert.That(html, Does.Contain("default-src 'none'; script-src 'sha256-"));
    }

    [Test]
    public async Task ReadAsync_LongSpan_IsRejected()
    {
        await using var run = await ServerRun.StartAsync([]);

        await Assert.ThrowsAsync<ArgumentException>(() => SessionReport.ReadAsync(run.Client, Night with { Since = Start.AddDays(-45) }));
        Assert.That(run.Server.Requests, Is.Empty);
    }

    [Test]
    public async Task WriteHtml_SessionStuckForMonths_ShowsTheOthersAtTheirTimes()
    {
        var now = Start.AddHours(9);
        var stuck = Runs.Create(Start.AddDays(-90), end: null, "Stuck", (Start.AddDays(-89), "Slow"), (Start, "Slow"));
        await using var run = await ServerRun.StartAsync([stuck, Runs.Create(Start, "Mail", ("Success", "Connected to organization"))]);

        var report = await SessionReport.ReadAsync(run.Client, new() { Since = Start.AddHours(-10), TimeProvider = new FixedTime(now) });

        var page = PageContent.Of(report);
        var origin = now.AddDays(-49);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Head.GetProperty("start").GetInt64(), Is.EqualTo(origin.ToUnixTimeMilliseconds()));
            Assert.That(page.Head.GetProperty("end").GetUInt32(), Is.EqualTo((now - origin).TotalMilliseconds));
            var sessions = page.Head.GetProperty("sessions").EnumerateArray().ToList();
            Assert.That(sessions.Select(session => session.GetProperty("start").GetUInt32()), Is.EqualTo(new[] { 0, (Start - origin).TotalMilliseconds }));
            Assert.That(sessions[1].GetProperty("end").GetUInt32(), Is.EqualTo((Start.AddHours(1) - origin).TotalMilliseconds));
            var night = (Start - origin).TotalMilliseconds;
            Assert.That(page.Starts, Is.EqualTo(new[] { 0, night - 60_000, night + 60_000 }));
        }
    }

    [Test]
    public async Task WriteHtml_ClockThatChanges_HasBothOffsets()
    {
        // The end of daylight saving time in Germany: 2026-10-25 01:00 UTC.
        var change = new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero);
        var start = change.AddHours(-3);
        var night = new FailureReportOptions
        {
            Since = start, Until = change.AddHours(9), TimeProvider = new FixedTime(change.AddDays(1), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")),
        };
        await using var run = await ServerRun.StartAsync([Runs.Create(start, "Mail"), Runs.Create(change.AddHours(1), "Sites")]);

        var head = PageContent.Of(await SessionReport.ReadAsync(run.Client, night)).Head;

        Assert.That(head.GetProperty("offset").GetInt32(), Is.EqualTo(120));
        Assert.That(head.GetProperty("shifts").GetRawText(), Is.EqualTo($"[[{3 * 3_600_000},60]]"));
        Assert.That(head.GetProperty("title").GetString(), Is.EqualTo("2026-10-25 00:00 to 2026-10-25 11:00"));
    }

    [Test]
    public async Task ReadAsync_SessionThatCannotBeRead_LeavesOnlyItOutAndIsANotice()
    {
        FakeSession[] sessions = [Runs.Create(Start, "Mail", ("Success", "A")), Runs.Create(Start.AddHours(1), "Sites", ("Success", "B"))];
        await using var run = await ServerRun.StartFailingAsync(
            sessions, System.Net.HttpStatusCode.InternalServerError, $"JobSessions/{sessions[0].Id}/LogItems");

        var report = await SessionReport.ReadAsync(run.Client, Night);

        Assert.That((report.ItemCount, report.UnreadableSessions, report.Failures.UnreadableSessions), Is.EqualTo((1, 1, 1)));
        Assert.That(report.Notices, Has.Count.EqualTo(3));
        Assert.That(report.Notices[^1], Is.EqualTo("Sessions of the span that are not shown, because they could not be read: 1."));
        Assert.That(PageContent.Of(report).Head.GetProperty("notices").EnumerateArray().Select(notice => notice.GetString()), Is.EqualTo(report.Notices));
    }

    [Test]
    public async Task WriteHtml_JobsOfTheSameName_AreTwo()
    {
        (Guid, string)[] jobs = [(new("11111111-0f5e-4a6b-8c9d-1e2f3a4b5c6d"), "Mail"), (new("22222222-0f5e-4a6b-8c9d-1e2f3a4b5c6d"), "Mail")];
        await using var run = await ServerRun.StartAsync([.. jobs.Select(job => Runs.Create(Start, job, ("Error", "Job failed")))]);

        var head = PageContent.Of(await SessionReport.ReadAsync(run.Client, Night)).Head;

        Assert.That(head.GetProperty("jobs").GetRawText(), Is.EqualTo("""["Mail (11111111)","Mail (22222222)"]"""));
        Assert.That(
            head.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("object").GetString()),
            Is.EqualTo(new[] { "Job Mail (11111111)", "Job Mail (22222222)" }));
    }

    private static FakeLogItem Item(string text, int from, int to) =>
        new() { Usn = from, Message = text, CreationTime = Start.AddMinutes(from), EndTime = Start.AddMinutes(to) };
}
