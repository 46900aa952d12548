using LogItems.Monitoring;

namespace LogItems.Cli.Hosting;

/// <summary>The output of a command that runs as a monitoring plugin.</summary>
internal static class PluginOutput
{
    /// <summary>Writes the line and returns the state as the exit code, even if the line cannot be written, for example to a closed pipe.</summary>
    public static async Task<int> WriteAsync(CheckState state, string line, CommandEnvironment host)
    {
        try
        {
            await host.Out.WriteAsync($"{line}\n");
            await host.Out.FlushAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            // Monitoring systems read the state from the exit code.
        }

        return (int)state;
    }
}
