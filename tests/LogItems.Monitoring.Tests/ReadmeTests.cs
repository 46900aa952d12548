using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests;

/// <summary>The C# of the package's README runs.</summary>
[NonParallelizable] // The standard output is that of the process.
public class ReadmeTests
{
    [Test]
    public void Waivers_OfTheReadme_AreRead()
    {
        var readme = File.ReadAllText(Path.Combine(Folder(), "..", "..", "src", "LogItems.Monitoring", "README.md"));
        var yaml = readme.Split("```yaml\n")[1].Split("```")[0];

        var waiver = FailureWaiverFile.Load(new StringReader(yaml), "README.md").Waivers.Single();

        Assert.That(
            waiver.Waives(new FailureSignature(LogItemSubjectKind.Mailbox, "anna@contoso.com", "anna@contoso.com", "User was not found"), job: null),
            Is.True);
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [Test]
    public async Task Example_OneNight_PrintsWhatIsNew()
    {
        var now = TimeProvider.System.GetUtcNow();
        const string Warning = "Processing mailbox Anna finished with warning: Quota of 50 GB exceeded (ID: 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e)";
        await using var run = await ServerRun.StartAsync([Runs.Create(now.AddHours(-5), "Mail", ("Warning", Warning))]);
        var client = run.Client;
        var console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            var report = await FailureReport.ReadAsync(client, new FailureReportOptions { Since = now.AddHours(-24) });

            foreach (var group in report.Groups.Where(group => group.Trend == FailureTrend.New))
            {
                Console.WriteLine($"{group.Level} {group.ObjectKind} {group.ObjectName}: {group.Cause} ({group.Count} times in {group.Nights} nights)");
            }
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.That(output.ToString().Trim(), Is.EqualTo("Warning Mailbox Anna: Quota of {size} exceeded (1 times in 1 nights)"));
    }
}
