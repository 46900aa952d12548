using System.CommandLine;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Cli.Options;

/// <summary>The options for severities and waivers of findings.</summary>
internal sealed class DecisionSettings
{
    private readonly Option<string?> _config = new("--config")
    {
        HelpName = "FILE",
        Description = "File that changes the severities of rules, everywhere or at some locations; level none disables a rule.",
    };

    private readonly Option<string?> _waivers = new("--waivers")
    {
        HelpName = "FILE",
        Description = "File of waivers for findings to ignore, each with rule, location, reason and expiry date.",
    };

    public void AddTo(Command command)
    {
        command.Add(_config);
        command.Add(_waivers);
    }

    /// <summary>Reads the files before any work is done.</summary>
    /// <exception cref="ContractLoadException">A file cannot be read.</exception>
    public void Check(ParseResult parse) => _ = (Severities(parse), Waivers(parse));

    /// <summary>Applies the severities to the findings and marks those that are waived.</summary>
    public IReadOnlyList<Finding> Apply(ParseResult parse, IReadOnlyList<Finding> findings)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        findings = Severities(parse)?.Apply(findings) ?? findings;
        return Waivers(parse)?.Apply(findings, today) ?? findings;
    }

    private SeverityFile? Severities(ParseResult parse) => parse.GetValue(_config) is { } path ? SeverityFile.Load(path) : null;

    private WaiverFile? Waivers(ParseResult parse) => parse.GetValue(_waivers) is { } path ? WaiverFile.Load(path) : null;
}
