using LogItems.Cli.Commands;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli;

/// <summary>The entry point, which turns exceptions into messages and exit codes.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var signals = new StopSignals();
        return signals.Translate(await RunAsync(args, ProcessHost.Create(), signals.Token));
    }

    /// <summary>Runs one command line and returns its exit code.</summary>
    internal static async Task<int> RunAsync(IReadOnlyList<string> args, CommandEnvironment host, CancellationToken cancellationToken)
    {
        try
        {
            var exitCode = await LogItemsTool.RunAsync(args, host, cancellationToken);
            await host.Out.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception, host, cancellationToken);
            if (host.CommandName == CheckCommand.FullName && failure.Message.Length > 0)
            {
                return await PluginFailure.WriteAsync(exception, failure.Message, host, cancellationToken);
            }

            if (failure.Message.Length > 0)
            {
                await host.Error.WriteLineAsync($"logitems: {TerminalText.Escape(failure.Message)}");
                foreach (var line in failure.Details)
                {
                    await host.Error.WriteLineAsync($"  {TerminalText.Escape(line)}");
                }
            }

            if (host.CanContinue && failure.ExitCode != ExitCode.Ok && exception.GetContinuationToken() is { } token)
            {
                await host.Error.WriteLineAsync($"To read the rest, run the command again without --skip and with {ContinuationOption.Name} {token}");
            }

            return failure.ExitCode;
        }
    }
}
