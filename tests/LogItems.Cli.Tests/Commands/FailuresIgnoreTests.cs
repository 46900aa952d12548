using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;
using static LogItems.Cli.Tests.Commands.FailuresCommandTests;

namespace LogItems.Cli.Tests.Commands;

/// <summary><c>logitems failures --ignore</c></summary>
internal sealed class FailuresIgnoreTests : FakeServerFixture
{
    protected override FakeServerOptions Options => new() { Sessions = Sessions };

    [Test]
    public async Task Failures_IgnoreFile_LeavesThemOutAndReportsWaiversToRemove()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.yaml");
        await File.WriteAllTextAsync(file, """
            waivers:
              - { cause: 'A |*', job: sites, reason: R, expires: 2999-01-01 }
              - { cause: Job failed at {date}, reason: R, expires: 2999-01-01 }
              - { cause: User was not found, reason: R, expires: 2026-11-20 }
              - { cause: Never, reason: R, expires: 2999-01-01 }
            """.Replace("Job failed at {date}", "'Job failed at {date}'", StringComparison.Ordinal));
        try
        {
            var run = await RunAsync($"failures {Span} --ignore {file} --fail-on new");
            var part = await RunAsync($"failures {Span} --ignore {file} --job Mail");

            Assert.That((run.ExitCode, run.Lines.Count), Is.EqualTo((0, 3)));
            Assert.That(run.Error, Is.EqualTo(
                $"""
                {SitesIsNew}
                {file}:4: the waiver of 'User was not found' expired on 2026-11-20; what it ignored counts again.
                {file}:5: the waiver of 'Never' matched nothing; remove it or correct it.
                2 sessions with 1 failure, 2 ignored; 1 session with 2 failures before. Groups: 0 new, 1 recurring, 1 gone.

                """));
            Assert.That(part.Error, Does.Contain(":4: the waiver").And.Not.Contain("matched nothing"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Failures_CausesOfTheOutputPastedWithQuotes_AreIgnored()
    {
        var jsonl = await RunAsync($"failures {Span} --format jsonl --fields cause");
        var causes = jsonl.Lines.Select(line => System.Text.Json.JsonElement.Parse(line).GetProperty("cause"));
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, causes.Select((cause, n) =>
            $"  - {{ cause: {(n % 2 == 0 ? $"'{cause}'" : cause.GetRawText())}, reason: 'R', expires: 2999-01-01 }}").Prepend("waivers:"));
        try
        {
            var run = await RunAsync($"failures {Span} --ignore {file} --fail-on any");

            Assert.That((run.ExitCode, run.Error), Is.EqualTo(
                (0, $"No groups of failures match.\n{SitesIsNew}\n2 sessions with 0 failures, 3 ignored; 1 session with 0 failures before. "
                    + "Groups: 0 new, 0 recurring, 0 gone.\n")));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Failures_InvalidIgnoreFile_NamesTheLine()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "waivers:\n  - rule: A\n");
        try
        {
            var run = await RunAsync($"failures --ignore {file}");

            Assert.That((run.ExitCode, run.Error), Is.EqualTo((3, run.Error)));
            Assert.That(run.Error, Does.StartWith($"logitems: {file}:2: 'rule' is not a key of a waiver."));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
