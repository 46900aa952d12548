using System.CommandLine;
using LogItems.Contracts.Documents;

namespace LogItems.Cli.Options;

/// <summary>The options for references of a document.</summary>
internal sealed class LoadSettings
{
    private readonly Option<string?> _root = new("--root")
    {
        HelpName = "DIR",
        Description = "Folder that must contain the files that $ref and externalValue refer to (default: the document's own folder).",
    };

    private readonly Option<bool> _allowRemote = new("--allow-remote")
    {
        Description = "Also load documents that $ref refers to by an http or https URL.",
    };

    public void AddTo(Command command)
    {
        command.Add(_root);
        command.Add(_allowRemote);
    }

    public ContractLoadOptions Read(ParseResult parse) => new()
    {
        RootFolder = parse.GetValue(_root),
        AllowRemote = parse.GetValue(_allowRemote),
    };
}
