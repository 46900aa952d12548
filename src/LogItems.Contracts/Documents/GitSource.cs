using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LogItems.Contracts.Documents;

/// <summary>Reads a file from a git revision.</summary>
internal static class GitSource
{
    public static async Task<TextReader> ReadAsync(string name, ContractLoadOptions options, CancellationToken cancellationToken)
    {
        using var git = Start(name);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        try
        {
            var error = git.StandardError.ReadToEndAsync(limit.Token);
            var text = await BoundedText.ReadAsync(git.StandardOutput, name, options.MaxLength, limit.Token).ConfigureAwait(false);
            await git.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return git.ExitCode == 0
                ? new StringReader(text)
                : throw Invalid(name, FirstLine(await error.ConfigureAwait(false)));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Invalid(name, $"git did not respond within {options.Timeout.TotalSeconds:0.#} seconds.", exception);
        }
        finally
        {
            if (!git.HasExited)
            {
                git.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string name)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            // A revision that looks like an option is still treated as a revision.
            ArgumentList = { "show", "--no-textconv", "--end-of-options", name },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw Invalid(name, "git cannot be started.", exception);
        }
    }

    private static string FirstLine(string error) =>
        $"git reported '{error.Split('\n')[0].Trim()}'.";

    private static ContractLoadException Invalid(string name, string found, Exception? inner = null) => new(
        new Location("", 0, 0, name), found, "Specify a file, or REVISION:PATH with the path from the repository's root.", inner);
}
