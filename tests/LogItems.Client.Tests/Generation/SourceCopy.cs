using System.Diagnostics;
using System.Reflection;

namespace LogItems.Client.Tests.Generation;

/// <summary>A copy of what the client is built from, to be changed and built at will; gone with the object.</summary>
internal sealed class SourceCopy : IDisposable
{
    /// <summary>The generator as these tests were restored with, so that not every copy has to be restored.</summary>
    private static readonly string Tool =
        typeof(SourceCopy).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NSwagTool").Value!;

    private static readonly string[] Files =
    [
        "Directory.Build.props", "Directory.Packages.props", "global.json", "nswag.json", ".editorconfig", "src/BannedSymbols.txt",
        "src/Directory.Build.props", "src/Contract.props",
    ];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("logitems-");

    /// <param name="folders">Folders to copy beside those of the client and its generator.</param>
    public SourceCopy(params string[] folders)
    {
        foreach (var file in Files)
        {
            Copy(Path.Combine(Repository.Root, file), In(file));
        }

        foreach (var folder in new[] { "src/LogItems.Client", "src/LogItems.Generators", "openapi/examples", "openapi/templates" }.Concat(folders))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            {
                Copy(file, In(Path.GetRelativePath(Repository.Root, file)));
            }
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "openapi")))
        {
            Copy(file, In(Path.GetRelativePath(Repository.Root, file)));
        }
    }

    public string Contract => In("openapi/logitems.yaml");

    public string GeneratedFile => In("artifacts/obj/LogItems.Client/debug/LogItems.g.cs");

    public string In(string path) => Path.Combine(_root.FullName, path);

    public void Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(In(file));
        Assert.That(text, Does.Contain(old));
        File.WriteAllText(In(file), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Runs the SDK on the client's project and gives the exit code and all output.</summary>
    public async Task<(int ExitCode, string Output)> DotnetAsync(string arguments, string? path = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            WorkingDirectory = In("src/LogItems.Client"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = path ?? start.Environment["PATH"];
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["NSwagTool"] = Tool;
        // The sources pass the analyzers where they are built; generators run nonetheless.
        start.Environment["RunAnalyzers"] = "false";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
