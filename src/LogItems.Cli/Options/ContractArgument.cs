using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Contracts.Documents;

namespace LogItems.Cli.Options;

/// <summary>The contract's file; by default, the one shipped with the tool.</summary>
internal sealed class ContractArgument : Argument<string?>
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "openapi", "logitems.yaml");

    public ContractArgument()
        : base("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne;
        Description = "Path of the contract in YAML or JSON (default: the contract shipped with this tool).";
    }

    /// <summary>The options for references of the contract and of other documents of the command.</summary>
    public LoadSettings Settings { get; } = new();

    /// <summary>Adds the argument with its options.</summary>
    public void AddTo(Command command)
    {
        command.Add(this);
        Settings.AddTo(command);
    }

    /// <summary>Loads the contract shipped with the tool.</summary>
    /// <exception cref="ContractLoadException">The contract cannot be loaded.</exception>
    public static Task<ContractDocument> LoadShippedAsync() =>
        ContractSource.LoadAsync(Shipped, TextReader.Null, new ContractLoadOptions(), CancellationToken.None);

    /// <summary>Loads a file, a URL, standard input (<c>-</c>) or a file in a git revision.</summary>
    /// <exception cref="ContractLoadException">The contract cannot be loaded.</exception>
    public Task<ContractDocument> LoadAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken) =>
        ContractSource.LoadAsync(parse.GetValue(this) ?? Shipped, host.In, Settings.Read(parse), cancellationToken);
}
