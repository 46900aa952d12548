using System.Text.Json;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class SummaryCommandTests : FakeServerFixture
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    private static readonly FakeSession Last = Session(Start, minutes: 12, transferred: 3 * 1024 * 1024, "Warning");

    protected override FakeServerOptions Options => new()
    {
        Sessions =
        [
            Session(Start.AddDays(-1), minutes: 10, transferred: 2 * 1024 * 1024, "Success"), Last,
            Session(Start.AddDays(-2), minutes: 10, transferred: 2 * 1024 * 1024, "Success"),
        ],
    };

    [Test]
    public async Task Summary_LastSession_ShowsItAtAGlance([Values("", "--job nightly", "ID")] string which)
    {
        var run = await RunAsync($"summary {(which == "ID" ? Last.Id.ToString() : which)}");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Is.EqualTo(
            $"""
            session      {Last.Id}  Warning
            job          Nightly
            started      2026-11-20 22:00:00 +03:00
            ended        2026-11-20 22:12:00 +03:00
            duration     00:12:00  (+20% of median 00:10:00)
            transferred  3.0 MiB  (+50% of median 2.0 MiB)
            objects      377  (as the median 377)
            rate         98.0 KB/s, 20 items/s; read 5.4 MB/s, write 2.2 KB/s
            bottleneck   Source
            items        4: 3 Success, 1 Warning
            idle         00:03:00 without activity, at most 00:02:00 from 2026-11-20 22:10:00 +03:00
            slowest      00:05:00.000  Warning  Mailbox a@b.c
                         00:04:00.000  Success  Site Sales
            The medians are those of the last 2 earlier runs of the job that succeeded.

            """.Replace("write 2.2 KB/s\n", "write 2.2 KB/s  (as the median 98.0 KB/s)\n", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Summary_Json_IsAnObject()
    {
        var run = await RunAsync("summary --format json --slowest 1 --runs 1");

        var summary = JsonElement.Parse(run.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.GetProperty("session").GetProperty("id").GetGuid(), Is.EqualTo(Last.Id));
            Assert.That(summary.GetProperty("session").GetProperty("jobName").GetString(), Is.EqualTo("Nightly"));
            Assert.That(
                summary.GetProperty("levels").GetRawText().Replace(" ", "", StringComparison.Ordinal),
                Is.EqualTo("{\n\"Success\":3,\n\"Warning\":1\n}"));
            Assert.That(summary.GetProperty("slowest").EnumerateArray().Single().GetProperty("subject").GetProperty("name").GetString(), Is.EqualTo("a@b.c"));
            Assert.That(
                summary.GetProperty("idle").EnumerateArray().Select(gap => gap.GetProperty("duration").GetString()),
                Is.EqualTo(new[] { "00:01:00", "00:02:00" }));
            Assert.That(summary.GetProperty("median").GetProperty("runs").GetInt32(), Is.EqualTo(1));
            Assert.That(summary.GetProperty("median").GetProperty("transferredDataBytes").GetInt64(), Is.EqualTo(2 * 1024 * 1024));
        }
    }

    [Test]
    public async Task Summary_SessionAndJob_IsUsage()
    {
        var run = await RunAsync($"summary {Last.Id} --job Nightly");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, "logitems: SESSION and --job cannot be combined. See logitems summary --help.\n")));
    }

    [Test]
    public async Task Summary_NoSuchSession_IsTheErrorOfTheApi() => Assert.That((await RunAsync($"summary {Guid.NewGuid()}")).ExitCode, Is.EqualTo(4));

    [Test]
    public async Task Summary_NoSessions_ReportsThat()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [] });

        var run = await RunAsync($"summary --server {server.BaseAddress}");

        Assert.That((run.ExitCode, run.Out, run.Error), Is.EqualTo((0, "", "No sessions match.\n")));
    }

    private static FakeSession Session(DateTimeOffset start, int minutes, long transferred, string status) => new()
    {
        CreationTime = start,
        EndTime = start.AddMinutes(minutes),
        Status = status,
        JobName = "Nightly",
        JobId = Guid.Parse("1d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d"),
        Statistics = new()
        {
            ProcessingRateBytesPS = 98_010, ProcessingRateItemsPS = 20, ReadRateBytesPS = 5_383_429, WriteRateBytesPS = 2_184,
            TransferredDataBytes = transferred, ProcessedObjects = 377, Bottleneck = "Source",
        },
        Items =
        [
            Item(1, "Success", "Found 2 objects", start, start.AddMinutes(minutes)),
            Item(2, "Success", "Connected to organization", start, start.AddMinutes(1)),
            Item(3, status, "Processing mailbox: a@b.c", start.AddMinutes(2), start.AddMinutes(7)),
            Item(4, "Success", "Processing site: Sales (https://contoso.sharepoint.com/sites/Sales)", start.AddMinutes(6), start.AddMinutes(10)),
        ],
    };

    private static FakeLogItem Item(int usn, string type, string message, DateTimeOffset start, DateTimeOffset end) =>
        new() { Usn = usn, Type = type, Message = message, CreationTime = start, EndTime = end };
}
