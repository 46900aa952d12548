using System.Diagnostics;
using System.Globalization;

namespace LogItems.Cli.Tests.Commands.Kills;

/// <summary>Runs of <c>logitems export</c> in processes of their own, which are killed.</summary>
/// <param name="options">The fleet file, and where to export to.</param>
internal sealed class KilledExport(params string[] options)
{
    /// <summary>A number from the environment, for longer runs.</summary>
    public static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    /// <summary>Kills a run when it has logged a number of lines.</summary>
    /// <returns>Whether it was still working.</returns>
    public async Task<bool> RunAndKillAsync(int lines)
    {
        using var process = Start("--verbose");
        for (var line = 0; line < lines; line++)
        {
            if (await process.StandardError.ReadLineAsync() is null)
            {
                break;
            }
        }

        var isWorking = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        return isWorking;
    }

    /// <summary>Polls each server until all of them were read.</summary>
    public async Task RunToTheEndAsync()
    {
        while (await RunOnceAsync() != 0)
        {
            // A server met its faults too often; it is tried again.
        }
    }

    private async Task<int> RunOnceAsync()
    {
        using var process = Start("--once");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode is 0 or 3 ? process.ExitCode : throw new InvalidOperationException(error);
    }

    private Process Start(params string[] more)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "LogItems.Cli.dll"), "export", .. options, "--batch-size", "50", .. more];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true };
        start.Environment["LOGITEMS_PASSWORD"] = "demo";
        return Process.Start(start)!;
    }
}
