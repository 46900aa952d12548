using System.Diagnostics;
using System.Globalization;

namespace LogItems.Cli.Options;

/// <summary>A command whose first line of output is a secret, such as that of a password manager.</summary>
internal static class CredentialCommand
{
    /// <summary>Runs the command in the system's shell. It shares the terminal, so that a password manager can ask.</summary>
    /// <exception cref="InvalidDataException">The command failed, or printed nothing. The message does not repeat its output.</exception>
    public static async Task<string> RunAsync(string command, CancellationToken cancellationToken)
    {
        string[] shell = OperatingSystem.IsWindows() ? ["cmd.exe", "/d", "/c"] : ["/bin/sh", "-c"];
        using var process = Process.Start(new ProcessStartInfo(shell[0], [.. shell[1..], command]) { RedirectStandardOutput = true })!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode != 0
                ? throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The credential command ended with exit code {process.ExitCode}. Run it by itself to see why."))
                : !string.IsNullOrEmpty(line) ? line
                : throw new InvalidDataException("The credential command printed nothing. Its first line has to be the password or the token.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
