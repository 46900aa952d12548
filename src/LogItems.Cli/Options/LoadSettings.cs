using System.CommandLine;
using LogItems.Contracts.Documents;

namespace LogItems.Cli.Options;

/// <summary>The options for what a document may refer to.</summary>
internal sealed class LoadSettings
{
    private readonly Option<string?> _root = new("--root")
    {
        HelpName = "DIR",
        Description = "The folder that files named by $ref and externalValue must be in; the document's own folder without it.",
    };

    private readonly Option<bool> _allowRemote = new("--allow-remote")
    {
        Description = "Also load documents from servers that $ref names by http or https.",
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
