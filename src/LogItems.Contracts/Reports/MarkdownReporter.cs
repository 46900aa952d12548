using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>Writes findings as a Markdown table for a pull request.</summary>
internal sealed class MarkdownReporter : FindingReporter
{
    public override void Write(FindingReport report, TextWriter writer)
    {
        writer.Write($"### {MarkdownText.Escape(report.Title)}\n\n{Summary(report)}.\n");
        if (report.Findings.Count == 0)
        {
            return;
        }

        writer.Write("\n| wire | sdk | rule | what | where |\n|---|---|---|---|---|\n");
        foreach (var finding in report.Findings
            .OrderByDescending(finding => finding.Waiver is null).ThenByDescending(finding => finding.Level))
        {
            writer.Write($"| {Verdict(finding, finding.Change?.Wire)} | {Verdict(finding, finding.Change?.Sdk)} | `{finding.RuleId}` "
                + $"| {What(finding)} | {Where(finding)} |\n");
        }
    }

    private static string Verdict(Finding finding, FindingLevel? level)
    {
        var word = Word(level ?? finding.Level);
        return finding.Waiver is not null ? $"~~{word}~~"
            : (level ?? finding.Level) == FindingLevel.Error ? $"**{word}**"
            : word;
    }

    private static string What(Finding finding)
    {
        var lines = new List<string> { MarkdownText.Escape(finding.Message) };
        if (finding.Versions.Count > 0)
        {
            lines.Add($"versions: {string.Join(", ", finding.Versions)}");
        }

        if (finding.Waiver is { } waiver)
        {
            lines.Add($"waived until {waiver.LastDay}: {MarkdownText.Escape(waiver.Reason)}");
        }

        return string.Join("<br>", lines);
    }

    private static string Where(Finding finding) => Operations(finding) is { } operations
        ? $"{Code(finding.Location)}<br>{MarkdownText.Escape(operations)}"
        : Code(finding.Location);

    // Within code, a bar still ends a table cell, and a backtick ends the code.
    private static string Code(Location location) =>
        $"`{PrintableText.Escape(location.ToString()).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";
}
