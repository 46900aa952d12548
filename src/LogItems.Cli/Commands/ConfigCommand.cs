using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems config</c></summary>
internal sealed class ConfigCommand : Command
{
    public ConfigCommand(CommandEnvironment host)
        : base("config", "Commands for settings and profiles.")
    {
        Add(new ConfigShowCommand(host));
        Add(new ConfigListCommand(host));
        Add(new ConfigDeleteCommand(host));
    }
}
