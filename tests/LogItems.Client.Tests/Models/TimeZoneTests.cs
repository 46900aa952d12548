using System.Diagnostics;

namespace LogItems.Client.Tests.Models;

/// <summary>Runs the tests of times once more on machines of other time zones: as processes of their own, with TZ set.</summary>
public class TimeZoneTests
{
    private const string OffsetVariable = "LOGITEMS_TESTS_UTC_OFFSET";

    [TestCase("Pacific/Kiritimati", "14:00:00")]
    [TestCase("Asia/Kathmandu", "05:45:00")]
    [TestCase("Etc/GMT+12", "-12:00:00")]
    public async Task TimeTests_InTimeZone_Pass(string timeZone, string utcOffset)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "test", typeof(TimeZoneTests).Assembly.Location, "--filter", "TestCategory=Time" },
            Environment = { ["TZ"] = timeZone, [OffsetVariable] = utcOffset },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, output);
        Assert.That(output, Does.Match(@"Passed:\s+[1-9]\d+,"), "at least ten tests ran");
    }

    /// <summary>Holds the processes above to the time zone that they were told, where the system knows it.</summary>
    [Test]
    [Category("Time")]
    public void LocalTimeZone_AsTold_IsInEffect()
    {
        var expected = Environment.GetEnvironmentVariable(OffsetVariable) ?? TimeZoneInfo.Local.BaseUtcOffset.ToString();
        Assert.That(TimeZoneInfo.Local.BaseUtcOffset.ToString(), Is.EqualTo(expected), "the system's time zone data (tzdata) must be installed");
    }
}
