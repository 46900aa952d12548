using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class FailuresCommandTests : FakeServerFixture
{
    internal const string Span = "--since 2026-11-20T12:00Z --until 2026-11-21T12:00Z";

    internal const string SitesIsNew
        = "No session of Sites ended between 2026-11-19 12:00:00Z and 2026-11-20 12:00:00Z; what failed only in this job is new.";

    private const string NotFound = "Processing mailbox anna@contoso.com finished with warning: User was not found (ID: 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e)";

    private static readonly DateTimeOffset LastNight = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    internal static readonly FakeSession[] Sessions =
    [
        Session(LastNight, "Mail", ("Warning", NotFound), ("Error", "Job failed at 11/20/2026 10:00:02 PM")),
        Session(LastNight.AddHours(1), "Sites", ("Success", "Connected to organization"), ("Warning", "A | <b> & `c` @d https://e.f www.g")),
        Session(LastNight.AddDays(-1), "Mail", ("Warning", NotFound), ("Warning", "Slow")),
    ];

    protected override FakeServerOptions Options => new() { Sessions = Sessions };

    [Test]
    public async Task Failures_Table_IsOneLineAGroupSortedByWhatMatters()
    {
        var run = await RunAsync($"failures {Span}");

        Assert.That(run.Out, Is.EqualTo(
            """
            LEVEL    TREND        COUNT   BEFORE  NIGHTS  LAST SEEN                   OBJECT                                CAUSE
            Error    new              1        0       1  2026-11-20 22:00:02 +00:00  Job Mail                              Job failed at {date}
            Warning  new              1        0       1  2026-11-20 23:00:02 +00:00  Job Sites                             A | <b> & `c` @d {url} www.g
            Warning  recurring        1        1       1  2026-11-20 22:00:01 +00:00  Mailbox anna@contoso.com              User was not found
            Warning  gone             0        1       0  2026-11-19 22:00:02 +00:00  Job Mail                              Slow

            """));
        Assert.That(
            (run.ExitCode, run.Error),
            Is.EqualTo((0, $"{SitesIsNew}\n2 sessions with 3 failures; 1 session with 2 failures before. Groups: 2 new, 1 recurring, 1 gone.\n")));
    }

    [Test]
    public async Task Failures_OnATerminal_ShowsProgressAndThenOnlyTheTable()
    {
        using var terminal = new FakeTerminal(width: 140);
        var host = new CommandEnvironment { Out = terminal, Error = TextWriter.Null, Variable = Environment.GetValueOrDefault, Size = () => terminal.Size };
        var progress = terminal.WaitForAsync("3 of 3 sessions, 5 failures");

        Assert.That(await Program.RunAsync(["failures", .. Span.Split(' ')], host, CancellationToken.None), Is.Zero);

        await progress;
        Assert.That(terminal.Lines, Has.Count.EqualTo(5));
        Assert.That(terminal.Text, Does.StartWith("LEVEL ").And.Not.Contain("sessions"));
        Assert.That(terminal.IsCursorVisible, Is.True);
    }

    [TestCase("", true)]
    [TestCase("--no-progress", false)]
    public async Task Failures_ToAFile_ShowsProgressOnStderrUnlessItIsNotWanted(string option, bool isShown)
    {
        using var error = new StringWriter();
        using var file = new StringWriter();
        var host = new CommandEnvironment { Out = file, Error = error, Variable = Environment.GetValueOrDefault, CanShowProgress = true };

        var arguments = $"failures {Span} --format jsonl {option}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(await Program.RunAsync(arguments, host, CancellationToken.None), Is.Zero);

        Assert.That(error.ToString(), isShown ? Does.EndWith($"3 of 3 sessions, 5 failures\r\u001B[J{SitesIsNew}\n") : Is.EqualTo($"{SitesIsNew}\n"));
        Assert.That(file.ToString(), Does.StartWith("{").And.Not.Contain('\u001B'));
    }

    [Test]
    public async Task Failures_Jsonl_HasTheFieldsOfTheGroup()
    {
        var run = await RunAsync($"failures {Span} --level warning --job Mail --format jsonl");

        Assert.That((run.ExitCode, run.Error, run.Lines.Count), Is.EqualTo((0, "", 2)));
        Assert.That(run.Lines[0], Is.EqualTo(
            $$"""
            {"level":"Warning","trend":"recurring","count":1,"countBefore":1,"nights":1,"nightsBefore":1,"sessions":2,
            "firstSeen":"2026-11-19T22:00:01.0000000+00:00","lastSeen":"2026-11-20T22:00:01.0000000+00:00",
            "objectKind":"Mailbox","objectName":"anna@contoso.com","objectAddress":"anna@contoso.com","objects":1,
            "cause":"User was not found","causes":1,"jobs":["Mail"],"sessionId":null,
            "lastText":"{{NotFound}}","lastSessionId":"{{Sessions[0].Id}}","lastItemId":"{{Sessions[0].Items[0].Id}}","server":null}
            """.ReplaceLineEndings("")));
    }

    [Test]
    public async Task Failures_OtherFormats_AreWhole([Values("json", "csv")] string format)
    {
        var run = await RunAsync($"failures {Span} --format {format} --fields trend,cause");

        Assert.That(run.Error, Is.EqualTo($"{SitesIsNew}\n"));
        Assert.That(run.Out, Is.EqualTo(format == "json"
            ? """
              [
              {"trend":"new","cause":"Job failed at {date}"},
              {"trend":"new","cause":"A | <b> & `c` @d {url} www.g"},
              {"trend":"recurring","cause":"User was not found"},
              {"trend":"gone","cause":"Slow"}
              ]

              """
            : "trend,cause\r\nnew,Job failed at {date}\r\nnew,A | <b> & `c` @d {url} www.g\r\nrecurring,User was not found\r\ngone,Slow\r\n"));
    }

    [Test]
    public async Task Failures_Markdown_HasNoMarkupFromTexts()
    {
        var run = await RunAsync($"failures {Span} --format markdown --skip 1 --take 1");

        Assert.That(run.Lines[0], Is.EqualTo("| LEVEL | TREND | COUNT | BEFORE | NIGHTS | LAST SEEN | OBJECT | CAUSE |"));
        Assert.That(run.Lines[1], Is.EqualTo("| --- | --- | --: | --: | --: | --- | --- | --- |"));
        Assert.That(run.Lines[2], Does.EndWith(@" | Job Sites | A \| \<b\> \& \`c\` \@d {url} www\.g |"));
    }

    [TestCase("cause", "CAUSE")]
    [TestCase("job", "JOB")]
    [TestCase("job,cause", "JOB")]
    [TestCase("session", "SESSION")]
    public async Task Failures_GroupBy_HasAColumnForIt(string groupBy, string column)
    {
        var run = await RunAsync($"failures {Span} --group-by {groupBy}");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Lines[0], Does.Contain($" {column}"));
        Assert.That(run.Lines.Skip(1).Sum(line => int.Parse(line[20..27], null)), Is.EqualTo(3));
    }

    [TestCase("--fail-on new", 1)]
    [TestCase("--fail-on any", 1)]
    [TestCase("--fail-on new --job Mail --level warning", 0)]
    [TestCase("--fail-on any --job Mail --level warning", 1)]
    [TestCase("--fail-on any --level stop", 0)]
    [TestCase("--fail-on new --take 1 --skip 3", 1)]
    [TestCase("", 0)]
    public async Task Failures_FailOn_IsTheExitCode(string options, int expected) =>
        Assert.That((await RunAsync($"failures {Span} {options}")).ExitCode, Is.EqualTo(expected));

    [Test]
    public async Task Failures_NothingFailed_ReportsThat()
    {
        var run = await RunAsync($"failures {Span} --level stop --format jsonl");

        Assert.That((run.ExitCode, run.Out, run.Error), Is.EqualTo((0, "", $"No groups of failures match.\n{SitesIsNew}\n")));
    }

    [Test]
    public async Task Failures_NoSessionBefore_ReportsWhyAllIsNew()
    {
        var run = await RunAsync("failures --since 2026-11-18 --until 2026-11-21T12:00Z --format jsonl");

        Assert.That(run.Error, Does.Match("^No session ended between 2026-11-14 .*Z and 2026-11-18 .*, so every failure is new.\n$"));
    }

    [TestCase("--ignore nowhere.yaml", 3, "nowhere.yaml")]
    [TestCase("--since 2026-11-21 --until 2026-11-20", 2, "which is not before its end")]
    [TestCase("--format table --fields cause", 2, "--fields")]
    [TestCase("--until 0001-01-01T00:00Z", 2, "which is not before its end")]
    [TestCase("--job Nobody", 2, "No job is named 'Nobody'")]
    public async Task Failures_WrongOptions_ReportWhy(string options, int expected, string message)
    {
        var run = await RunAsync($"failures {options}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((expected, "")));
        Assert.That(run.Error, Does.Contain(message));
    }

    private static FakeSession Session(DateTimeOffset start, string job, params (string Level, string Text)[] items) => new()
    {
        CreationTime = start,
        EndTime = start.AddMinutes(5),
        Status = "Warning",
        JobName = job,
        JobId = job == "Mail" ? Guid.Parse("1d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d") : Guid.Parse("2d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d"),
        Items =
        [
            .. items.Select((item, index) => new FakeLogItem
            {
                Usn = index + 1, Type = item.Level, Message = item.Text, CreationTime = start.AddSeconds(index + 1), EndTime = start.AddSeconds(index + 2),
            }),
        ],
    };
}
