using System.Diagnostics;

namespace LogItems.Downstream.Tests;

/// <summary>The tool as it comes out of its package, with an empty cache, into a folder.</summary>
internal sealed class InstalledTool
{
    private InstalledTool(string folder) => Folder = folder;

    /// <summary>What has to be on the PATH.</summary>
    public string Folder { get; }

    public static async Task<InstalledTool> InstallAsync(string root, string feed, string version)
    {
        await File.WriteAllTextAsync(
            Path.Combine(root, "nuget.config"),
            $"""<configuration><packageSources><clear /><add key="LogItems" value="{feed}" /></packageSources></configuration>""");
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_CLI_HOME"] = Path.Combine(root, "home"), ["NUGET_PACKAGES"] = Path.Combine(root, "packages"),
        };
        var folder = Path.Combine(root, "bin");
        var (exitCode, output) = await Dotnet.RunAsync(root, $"tool install LogItems.Cli --tool-path \"{folder}\" --version {version}", environment);
        Assert.That(exitCode, Is.Zero, output);
        return new InstalledTool(folder);
    }

    /// <summary>Starts the tool, signed in as <c>demo</c>.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "logitems"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LOGITEMS_USERNAME"] = "demo";
        start.Environment["LOGITEMS_PASSWORD"] = "demo";
        return Process.Start(start)!;
    }

    /// <summary>Gives the standard output of a run that ends well.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"logitems {string.Join(' ', arguments)}: {output}{await error}");
        return output;
    }
}
