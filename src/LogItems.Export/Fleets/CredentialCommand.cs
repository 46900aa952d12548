using System.Diagnostics;
using System.Globalization;

namespace LogItems.Export.Fleets;

/// <summary>A command whose first line of output is a secret, such as that of a password manager.</summary>
internal static class CredentialCommand
{
    /// <summary>Runs the command in the system's shell. It shares the terminal, so that a password manager can prompt.</summary>
    /// <exception cref="InvalidDataException">The command failed or printed nothing. The message does not contain its output.</exception>
    public static async Task<string> RunAsync(string command, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Shell(command))!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false);

            // The rest is discarded, so that the command does not block; a background process that it started, such as an agent, may keep its output open.
            var rest = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            _ = rest.ContinueWith(static ended => _ = ended.Exception, TaskScheduler.Default);
            return process.ExitCode != 0
                ? throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The credential command ended with exit code {process.ExitCode}. Run it on its own to see why."))
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

    // cmd.exe parses quotes differently from other programs; its full path is used, so that the current folder is not searched.
    private static ProcessStartInfo Shell(string command) => OperatingSystem.IsWindows()
        ? new(Path.Combine(Environment.SystemDirectory, "cmd.exe"), $"/d /s /c \"{command}\"") { RedirectStandardOutput = true }
        : new("/bin/sh", ["-c", command]) { RedirectStandardOutput = true };
}
