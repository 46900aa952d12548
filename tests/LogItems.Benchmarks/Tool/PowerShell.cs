using System.Diagnostics;

namespace LogItems.Benchmarks;

/// <summary>What people do without an SDK: a loop over Invoke-RestMethod.</summary>
internal static class PowerShell
{
    private const string Version = "7.6.9";

    /// <summary>Writes each item as a line of JSON.</summary>
    public const string Loop = """
        $headers = @{ Authorization = "Bearer $env:LOGITEMS_TOKEN" }
        $uri = "$($env:LOGITEMS_SERVER)v8/JobSessions/$($args[0])/LogItems?offset=0&limit=10000"
        while ($uri) {
            $page = Invoke-RestMethod -Uri $uri -Headers $headers
            $page.results | ForEach-Object { ConvertTo-Json -InputObject $_ -Compress -Depth 5 }
            $next = $page._links.next.href
            $uri = if ($next) { "$($env:LOGITEMS_SERVER.TrimEnd('/'))$next" } else { $null }
        }
        """;

    /// <summary>Installs it into the folder; null where the package cannot be had.</summary>
    public static string? TryInstall(WorkFolder folder)
    {
        var path = folder.File("pwsh");
        string[] arguments = ["tool", "install", "PowerShell", "--version", Version, "--tool-path", path];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(path, "pwsh") : null;
    }
}
