using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Output;
using LogItems.Cli.Profiles;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems config list</c></summary>
internal sealed class ConfigListCommand : Command
{
    public ConfigListCommand(CommandEnvironment host)
        : base("list", "Lists the names of the profiles that logitems login saved.") =>
        SetAction(_ =>
        {
            foreach (var name in ProfileFile.Locate(host).ReadNames())
            {
                host.Out.WriteLine(TerminalText.Escape(name));
            }

            return ExitCode.Ok;
        });
}
