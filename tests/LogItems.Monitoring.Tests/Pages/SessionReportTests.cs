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

    private static FakeLogItem Item(string text, int from, int to) =>
        new() { Usn = from, Message = text, CreationTime = Start.AddMinutes(from), EndTime = Start.AddMinutes(to) };
}
