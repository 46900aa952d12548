using System.Diagnostics;

namespace LogItems.Downstream.Tests.Readmes;

/// <summary>Folders as the READMEs take them to be: a project, the contract in a repository, recorded traffic, the vendor's document.</summary>
internal sealed class ReadmeFolders
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    private const string Waivers = """
        waivers:
          - cause: Mailbox was not found
            reason: The user has left.
            expires: '2999-12-31'
        """;

    private const string Preparation = """
        set -euo pipefail
        git init -q
        git add openapi
        git -c user.name=reader -c user.email=reader@localhost commit -q -m 'The contract'
        git update-ref refs/remotes/origin/main HEAD
        logitems contract view --version v8 --format json --output vendor-v8.json
        """;

    private readonly Dictionary<string, string> _environment;
    private string _template = null!;
    private int _count;

    private ReadmeFolders(Dictionary<string, string> environment) => _environment = environment;

    /// <param name="environment">What is set when the commands are typed.</param>
    /// <param name="traffic">What was recorded (HAR).</param>
    public static async Task<ReadmeFolders> CreateAsync(Dictionary<string, string> environment, byte[] traffic)
    {
        var folders = new ReadmeFolders(environment) { _template = DownstreamRun.NewFolder("readme") };
        Folders.Copy(Repository.In("openapi"), Path.Combine(folders._template, "openapi"));
        await File.WriteAllTextAsync(Path.Combine(folders._template, "Project.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folders._template, "ignore.yaml"), Waivers);
        await File.WriteAllBytesAsync(Path.Combine(folders._template, "traffic.har"), traffic);
        var (exitCode, output) = await folders.RunAsync(folders._template, Preparation);
        Assert.That(exitCode, Is.Zero, output);
        return folders;
    }

    /// <summary>A new folder, in which our packages come from this one; null where that is not known yet.</summary>
    public string New(string? feed)
    {
        var folder = DownstreamRun.NewFolder($"readme-{++_count}");
        Folders.Copy(_template, folder);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), PackageSources.Of(feed));
        return folder;
    }

    /// <summary>Runs a script of bash's in a folder that stands for the reader's home as well; gives what was said beside the data.</summary>
    public async Task<(int ExitCode, string Error)> RunAsync(string folder, string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_CLI_HOME"] = folder;
        start.Environment["XDG_CONFIG_HOME"] = folder;
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["PATH"] = $"{Path.Combine(folder, ".dotnet", "tools")}:{DownstreamRun.Tool.Folder}:{start.Environment["PATH"]}";
        using var bash = Process.Start(start)!;
        var error = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, await error + output);
    }
}
