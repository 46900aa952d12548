using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LogItems.Benchmarks;

/// <summary>What our targets add to a build of the client in which nothing has changed, by MSBuild's own account of its targets.</summary>
/// <remarks>Builds with and without them cannot be compared: without them the generated client is missing, and that is a change.</remarks>
internal static partial class UnchangedBuild
{
    private const int Runs = 3;

    private static readonly string[] OurTargets = ["RestoreNSwagFromNpm", "CheckGeneratedClient", "GenerateClient", "StampProvenance"];

    /// <summary>In milliseconds.</summary>
    public static double OverheadOfOurTargets()
    {
        // The first one makes it unchanged.
        Build();
        return Report.Median([.. Enumerable.Range(0, Runs).Select(_ => Build())]);
    }

    private static double Build()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = ProjectFolder() };
        foreach (var argument in new[]
        {
            "msbuild", "LogItems.Client.csproj", "-nologo", "-v:q", "-clp:PerformanceSummary", $"-p:Configuration={Configuration}",
            "-p:BuildProjectReferences=false",
        })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var times = TargetTime().Matches(output).ToLookup(match => match.Groups["target"].Value, match => match.Groups["ms"].Value);
        return process.ExitCode == 0 && times.Contains("GenerateClient") && times.Contains("StampProvenance")
            ? OurTargets.Sum(target => times[target].Sum(time => double.Parse(time, CultureInfo.InvariantCulture)))
            : throw new InvalidOperationException($"The build of the client did not tell how long our targets took: {output}");
    }

    private static string Configuration => typeof(UnchangedBuild).Assembly
        .GetCustomAttributes(typeof(System.Reflection.AssemblyConfigurationAttribute), false)
        .Cast<System.Reflection.AssemblyConfigurationAttribute>().Single().Configuration;

    private static string ProjectFolder() => Path.Combine(Repository.Folder, "src", "LogItems.Client");

    [GeneratedRegex(@"^ *(?<ms>\d+) ms +(?<target>\w+) +\d+ calls", RegexOptions.Multiline)]
    private static partial Regex TargetTime();
}
