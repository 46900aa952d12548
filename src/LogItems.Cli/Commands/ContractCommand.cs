using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract</c></summary>
internal sealed class ContractCommand : Command
{
    public ContractCommand(CommandEnvironment host)
        : base("contract", "Commands for the contract, the OpenAPI document of all API versions.")
    {
        Add(new ContractViewCommand(host));
        Add(new ContractLintCommand(host));
        Add(new ContractVerifyCommand(host));
        Add(new ContractDriftCommand(host));
        Add(new ContractDiffCommand(host));
        Add(new ContractChangelogCommand(host));
    }
}
