using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ListCommandTests : FakeServerFixture
{
    private static readonly FakeSession Retrieval = new()
    {
        Kind = FakeSessionKind.DataRetrieval,
        CreationTime = MixedSession.Session.CreationTime,
        Items = [new FakeLogItem { Usn = 1, Message = "Retrieval job started", CreationTime = MixedSession.Session.CreationTime }],
    };

    protected override FakeServerOptions Options => new() { Sessions = [.. SeedSessions.Create(), MixedSession.Session, Retrieval] };

    [Test]
    public async Task List_SeedAsJsonl_IsWhatThePagePrints([Values("v2", "v3", "v4", "v5", "v6", "v7", "v8", "auto")] string version)
    {
        var run = await RunAsync($"list {SeedItem.Session} --format jsonl --api-version {version}");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Lines, Is.EqualTo(SeedItem.All.Select(item => item.Json)));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task List_OtherSeedAsJsonl_IsTheSameInAllVersions([Values] ApiVersion version)
    {
        var run = await RunAsync($"list 859277ed-b238-458c-9dec-2830e45e15fc --format jsonl --api-version {version}");

        Assert.That(run.Out, Is.EqualTo(
            """
            {"id":"6e61733d-738b-41e1-bd0d-d0b3340159d5","usn":1,"level":"Success","text":"Job started at 2/26/2021 1:00:00 AM",
            "startedAt":"2021-02-26T01:00:00.1732347+03:00","endedAt":"2021-02-26T01:00:00.1732347+03:00",
            "links":{"self":"/JobSessions/859277ed-b238-458c-9dec-2830e45e15fc/LogItems/6e61733d-738b-41e1-bd0d-d0b3340159d5",
            "jobsessions":"/JobSessions/859277ed-b238-458c-9dec-2830e45e15fc"},"duration":"00:00:00","issues":[],"additionalProperties":{},
            "subject":null,"cause":null}
            """.ReplaceLineEndings("") + "\n"));
    }

    [Test]
    public async Task List_SeedAsJson_IsOneArrayOfTheSameObjects()
    {
        var run = await RunAsync($"list {SeedItem.Session} --format json");

        var items = System.Text.Json.JsonElement.Parse(run.Out).EnumerateArray().Select(item => item.GetRawText());
        Assert.That(items, Is.EqualTo(SeedItem.All.Select(item => item.Json)));
    }

    [Test]
    public async Task List_SeedAsCsv_HoldsTheSameValues()
    {
        var run = await RunAsync($"list {SeedItem.Session} --format csv");

        var rows = Csv.Read(run.Out);
        Assert.That(
            rows[0],
            Is.EqualTo(["id", "usn", "level", "text", "startedAt", "endedAt", "links", "duration", "issues", "additionalProperties", "subject", "cause"]));
        Assert.That(rows.Skip(1), Is.EqualTo(SeedItem.All.Select(item => new[]
        {
            item.Id, $"{item.Usn}", "Success", item.Text, item.StartedAt, item.EndedAt, SeedItem.Links, item.Duration, "[]", "{}",
            item.Usn == 5 ? item.Subject : "", "",
        })));
    }

    [Test]
    public async Task List_WithoutFormat_IsATableOfFixedColumns()
    {
        var run = await RunAsync($"list {SeedItem.Session}");

        Assert.That(run.Out, Is.EqualTo(
            """
            LEVEL    STARTED                     DURATION      TEXT
            Success  2017-04-04 00:07:21 -07:00  00:00:00.000  Job started at 4/4/2017 12:07:21 AM
            Success  2017-04-04 00:07:21 -07:00  00:00:04.027  Connected to organization
            Success  2017-04-04 00:07:21 -07:00  00:00:07.084  Mailboxes enumerated
            Success  2017-04-04 00:07:21 -07:00  00:00:07.087  3 mailboxes found
            Success  2017-04-04 00:07:25 -07:00  00:00:11.794  Processing mailbox: petep@eastsupport.onmicrosoft.com

            """));
    }

    [Test]
    public async Task List_RunningItem_HasNullAsItsEndInEveryFormat([Values] ApiVersion version)
    {
        var command = $"list {MixedSession.Session.Id} --api-version {version} --format ";
        var jsonl = await RunAsync(command + "jsonl");
        var csv = await RunAsync(command + "csv");
        var table = await RunAsync(command + "table");

        Assert.That(jsonl.Lines[3], Does.Contain("\"endedAt\":null"));
        Assert.That(Csv.Read(csv.Out)[4][5], Is.Empty);
        Assert.That(table.Lines[4], Does.Contain("  running       Step 4"));
    }

    [Test]
    public async Task List_DataRetrieval_ReadsTheOtherResource()
    {
        var run = await RunAsync($"list {Retrieval.Id} --data-retrieval --format jsonl");

        Assert.That(run.JsonLines.Single().GetProperty("text").GetString(), Is.EqualTo("Retrieval job started"));
    }

    [Test]
    public async Task List_UnknownSession_SaysWhichAndWritesNoData([Values("table", "json", "jsonl", "csv")] string format)
    {
        var unknown = "11111111-2222-3333-4444-555555555555";

        var run = await RunAsync($"list {unknown} --format {format}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((4, "")));
        Assert.That(run.Error, Does.Contain(unknown).And.Contain("404"));
        Assert.That(run.Error.TrimEnd('\n'), Does.Not.Contain("\n"), "one line, no stack trace");
    }

    [Test]
    public async Task List_Fields_AreWrittenInTheOrderThatWasAskedFor()
    {
        var command = $"list {SeedItem.Session} --take 1 --skip 1 --fields text,USN --format ";

        Assert.That((await RunAsync(command + "jsonl")).Out, Is.EqualTo("{\"text\":\"Connected to organization\",\"usn\":2}\n"));
        Assert.That((await RunAsync(command + "csv")).Out, Is.EqualTo("text,usn\r\nConnected to organization,2\r\n"));
    }

    [Test]
    public async Task List_TerminalOf80Columns_WrapsTextBelowItself()
    {
        using var terminal = new FakeTerminal(width: 80);
        var host = new CommandEnvironment { Out = terminal, Error = TextWriter.Null, Variable = Environment.GetValueOrDefault, Size = () => terminal.Size };

        Assert.That(await Program.RunAsync(["list", SeedItem.Session, "--skip", "3"], host, CancellationToken.None), Is.Zero);
        Assert.That(terminal.Text, Is.EqualTo(
            """
            LEVEL    STARTED              DURATION      TEXT
            Success  2017-04-04 00:07:21  00:00:07.087  3 mailboxes found
            Success  2017-04-04 00:07:25  00:00:11.794  Processing mailbox:
                                                        petep@eastsupport.onmicrosoft.com
            """));
    }

    [Test]
    public async Task List_Verbose_WritesRequestsToStderrWithoutSecrets()
    {
        var run = await RunAsync($"list {SeedItem.Session} -v --format jsonl --api-version v7");

        Assert.That(run.Lines, Has.Count.EqualTo(SeedItem.All.Count));
        Assert.That(run.Error, Does.Contain($"GET /v7/JobSessions/{SeedItem.Session}/LogItems returned 200").IgnoreCase);
        Assert.That(run.Error, Does.Not.Contain("offset").And.Not.Contain("Bearer").And.Not.Contain("\""));
    }

    [TestCase(0, 1)]
    [TestCase(2, 3)]
    public async Task List_Retries_AreTheMaximum(int retries, int expected)
    {
        var requests = 0;
        await using var server = await StubServer.StartAsync(context =>
        {
            requests++;
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });

        var run = await ToolRun.StartAsync($"list {SeedItem.Session} --retries {retries} --server {server.Address} --api-version v7 --token T");

        Assert.That((run.ExitCode, requests), Is.EqualTo((4, expected)), run.Error);
    }
}
