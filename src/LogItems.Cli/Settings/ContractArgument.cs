using System.CommandLine;
using LogItems.Contracts;

namespace LogItems.Cli.Settings;

/// <summary>The contract's file; the one shipped with the tool where none is named.</summary>
internal sealed class ContractArgument : Argument<string?>
{
    public ContractArgument()
        : base("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne;
        Description = "The contract, YAML or JSON; without it, the one that came with this tool.";
    }

    /// <exception cref="ContractLoadException">It cannot be loaded.</exception>
    public ContractDocument Load(ParseResult parse) =>
        ContractDocument.Load(parse.GetValue(this) ?? Path.Combine(AppContext.BaseDirectory, "openapi", "logitems.yaml"));
}
