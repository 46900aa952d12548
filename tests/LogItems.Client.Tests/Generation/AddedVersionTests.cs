using System.Diagnostics;
using System.Runtime.Loader;
using System.Text.RegularExpressions;

namespace LogItems.Client.Tests.Generation;

/// <summary>A version is added as openapi/README.md describes it, and everything supports it after one build.</summary>
public class AddedVersionTests
{
    private static readonly int Number = (int)ApiVersions.Newest + 1;
    private static readonly string Name = $"v{Number}";
    private static readonly string Newest = ApiVersions.Newest.ToPathSegment();

    [Test]
    public async Task Build_VersionAdded_IsServedDetectedAndRead()
    {
        using var copy = new SourceCopy(
            "src/LogItems.Contracts", "src/LogItems.FakeServer", "src/LogItems.Monitoring", "src/LogItems.Export", "src/LogItems.Export.DuckDb",
            "src/LogItems.Cli");

        // Step 1 to 3 of the list in openapi/README.md.
        copy.Replace("openapi/logitems.yaml", $", {Newest}]\n", $", {Newest}, {Name}]\n");
        const string Before =
            "        creationTime:\n          type: string\n          format: date-time\n          description: When the operation started";
        copy.Replace("openapi/logitems.yaml", Before, $"""
                    attempts:
                      type: integer
                      format: int32
                      x-since: {Name}
                      description: Number of attempts. API {Name} and later.
                    creationTime:
                      type: string
                      format: date-time
                      description: When the operation started
            """.TrimEnd());
        var (exitCode, output) = await copy.DotnetAsync("build ../LogItems.Cli");
        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Contain("0 Warning(s)"));

        // Step 4.
        Assert.That(
            (await RunAsync(copy, "--version")).Split('\n')[1],
            Is.EqualTo($"API {string.Join(", ", ApiVersions.All.Select(version => version.ToPathSegment()))}, {Name}"));
        Assert.That(await RunAsync(copy, $"contract view --version {Name}"), Does.Contain("attempts:").And.Contain($"default: {Name}"));
        Assert.That(await RunAsync(copy, $"contract view --version {Newest}"), Does.Not.Contain("attempts:"));
        Assert.That(await RunAsync(copy, "contract lint"), Does.Not.Contain(" error "));
        using var server = Start(copy, "serve");
        try
        {
            var address = Regex.Match((await server.StandardOutput.ReadLineAsync())!, "http://.*").Value;
            Assert.That(await RunAsync(copy, $"detect --server {address}"), Does.Contain(Name));
            Assert.That(
                await RunAsync(copy, $"list be376069-2865-4156-a9bc-825cef7d687e --server {address} --api-version {Name} --username demo --format jsonl"),
                Does.Contain("3 mailboxes found"));
            Assert.That(await ReadAsync(copy, address), Is.EqualTo((Number, 5)));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    /// <summary>The version that the built client detects, and the number of items that it reads.</summary>
    private static async Task<(int Version, int Items)> ReadAsync(SourceCopy copy, string address)
    {
        var built = new AssemblyLoadContext("added version", isCollectible: true)
            .LoadFromAssemblyPath(copy.In("artifacts/bin/LogItems.Client/debug_net10.0/LogItems.Client.dll"));
        dynamic credential = Activator.CreateInstance(built.GetType("LogItems.PasswordCredential")!, "demo", "demo")!;
        dynamic client = Activator.CreateInstance(built.GetType("LogItems.LogItemsClient")!, new Uri(address), credential, null)!;
        using (client)
        {
            var version = (int)await client.GetVersionAsync();
            dynamic page = await client.GetLogItemsPageAsync(Guid.Parse("be376069-2865-4156-a9bc-825cef7d687e"));
            return (version, (int)page.Results.Count);
        }
    }

    private static async Task<string> RunAsync(SourceCopy copy, string arguments)
    {
        using var process = Start(copy, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{arguments}: {output}{await error}");
        return output;
    }

    private static Process Start(SourceCopy copy, string arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, $"{copy.In("artifacts/bin/LogItems.Cli/debug/LogItems.Cli.dll")} {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LOGITEMS_PASSWORD"] = "demo";
        return Process.Start(start)!;
    }
}
