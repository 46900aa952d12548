using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Profiles;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems config delete NAME</c></summary>
internal sealed class ConfigDeleteCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = "Name of the profile." };

    public ConfigDeleteCommand(CommandEnvironment host)
        : base("delete", "Deletes a profile.")
    {
        _name.CompletionSources.Add(_ => ProfileOption.NamesOf(host).Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        Add(_name);
        SetAction(parse =>
        {
            var file = ProfileFile.Locate(host);
            file.Delete(parse.GetValue(_name)!);
            host.Error.WriteLine($"Deleted the profile {parse.GetValue(_name)} from {file.Path}.");
            return ExitCode.Ok;
        });
    }
}
