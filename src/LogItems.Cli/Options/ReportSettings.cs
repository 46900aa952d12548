using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Reports;

namespace LogItems.Cli.Options;

/// <summary>The options for reports and for the severity that makes the command fail.</summary>
internal sealed class ReportSettings
{
    private static readonly (string Word, ReportFormat Value)[] Formats =
        [.. Enum.GetValues<ReportFormat>().Select(format => (format.ToString().ToLowerInvariant(), format))];

    private readonly ChoiceOption<ReportFormat> _format = new("--format", "Output format on stdout (default: text):", Formats);

    private readonly Option<string[]> _reports = new("--report")
    {
        HelpName = "FORMAT=FILE",
        Description = "Also write a report in this format to this file; repeatable.",
    };

    private readonly ChoiceOption<FindingLevel> _failOn = new(
        "--fail-on", "Lowest severity that makes the command fail with exit code 1 (default: error).",
        ("error", FindingLevel.Error), ("warn", FindingLevel.Warn), ("info", FindingLevel.Info), ("none", FindingLevel.None));

    private readonly DecisionSettings _decisions = new();

    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_reports);
        command.Add(_failOn);
        _decisions.AddTo(command);
    }

    /// <summary>Validates the options before any work is done.</summary>
    /// <exception cref="UsageException">A <c>--report</c> is malformed, or two of them write to the same file.</exception>
    /// <exception cref="ContractLoadException">The severities or the waivers cannot be read.</exception>
    public void Check(ParseResult parse)
    {
        _decisions.Check(parse);
        if (Files(parse).GroupBy(report => OutputFile.PathOf(report.File), StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UsageException($"Two --report write to '{twice.First().File}'; specify a different file for each.");
        }
    }

    /// <summary>Writes the findings and returns the exit code.</summary>
    public int Write(ParseResult parse, CommandEnvironment host, string title, IReadOnlyList<Finding> findings)
    {
        findings = _decisions.Apply(parse, findings);
        var report = new FindingReport(title, findings) { FailOn = parse.GetValue(_failOn) ?? FindingLevel.Error };
        report.Write(parse.GetValue(_format) ?? ReportFormat.Text, host.Out);
        foreach (var (format, file) in Files(parse))
        {
            using var output = OutputFile.Create(file);
            using (var writer = new StreamWriter(output.Stream) { NewLine = "\n" })
            {
                report.Write(format, writer);
            }

            output.Complete();
        }

        return report.HasFailed ? ExitCode.Findings : ExitCode.Ok;
    }

    private List<(ReportFormat Format, string File)> Files(ParseResult parse) => [.. (parse.GetValue(_reports) ?? []).Select(ParseReport)];

    private static (ReportFormat Format, string File) ParseReport(string text)
    {
        var parts = text.Split('=', 2);
        var known = Formats.Where(format => string.Equals(format.Word, parts[0], StringComparison.OrdinalIgnoreCase)).ToList();
        return known.Count == 1 && parts is [_, { Length: > 0 } file]
            ? (known[0].Value, file)
            : throw new UsageException(
                $"--report is '{text}'; write FORMAT=FILE with one of {string.Join(", ", Formats.Select(format => format.Word))}.");
    }
}
