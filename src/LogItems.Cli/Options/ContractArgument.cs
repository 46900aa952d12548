using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Contracts.Documents;

namespace LogItems.Cli.Options;

/// <summary>The contract's file; the one shipped with the tool where none is named.</summary>
internal sealed class ContractArgument : Argument<string?>
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "openapi", "logitems.yaml");

    public ContractArgument()
        : base("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne;
        Description = "The contract, YAML or JSON; without it, the one that came with this tool.";
    }

    /// <exception cref="ContractLoadException">It cannot be loaded.</exception>
    public ContractDocument Load(ParseResult parse) => ContractDocument.Load(parse.GetValue(this) ?? Shipped);

    /// <summary>Loads a file, a URL, standard input (<c>-</c>) or a file in a git revision.</summary>
    /// <exception cref="ContractLoadException">It cannot be loaded.</exception>
    public Task<ContractDocument> LoadAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken) =>
        ContractSource.LoadAsync(parse.GetValue(this) ?? Shipped, host.In, cancellationToken: cancellationToken);
}
