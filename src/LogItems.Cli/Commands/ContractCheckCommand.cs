using System.CommandLine;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Contracts.Annotations;
using LogItems.Contracts.Findings;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract check</c></summary>
internal sealed class ContractCheckCommand : Command
{
    private readonly ContractArgument _file = new();

    public ContractCheckCommand(CommandEnvironment host)
        : base("check", "Checks the version annotations of the contract; errors end it with exit code 1.")
    {
        Add(_file);
        SetAction(parse => Run(parse, host));
    }

    private int Run(ParseResult parse, CommandEnvironment host)
    {
        var findings = ContractAnnotations.Check(_file.Load(parse));
        foreach (var finding in findings)
        {
            var level = finding.Level.ToString().ToLowerInvariant();
            host.Out.WriteLine(TerminalText.Escape($"{finding.Location}: {level} {finding.RuleId}: {finding.Message}"));
        }

        host.Out.Flush();
        var errors = findings.Count(finding => finding.Level == FindingLevel.Error);
        host.Error.WriteLine(findings.Count == 0 ? "No findings." : $"{findings.Count} findings, {errors} of them errors.");
        return errors > 0 ? ExitCode.Findings : ExitCode.Ok;
    }
}
