using System.Globalization;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>Writes findings as workflow commands of GitHub Actions.</summary>
internal sealed class GithubReporter : FindingReporter
{
    public override void Write(FindingReport report, TextWriter writer)
    {
        foreach (var finding in report.Findings.Where(finding => finding.Waiver is null && finding.Level > FindingLevel.None))
        {
            var command = finding.Level switch
            {
                FindingLevel.Error => "error",
                FindingLevel.Warn => "warning",
                _ => "notice",
            };
            writer.Write($"::{command} {FileAndLine(finding.Location)},title={Property(finding.RuleId)}::{Data(finding.Message)}\n");
        }
    }

    private static string FileAndLine(Location location) => location.Line == 0
        ? $"file={Property(location.File)}"
        : string.Create(CultureInfo.InvariantCulture, $"file={Property(location.File)},line={location.Line},col={location.Column}");

    private static string Data(string text) => PrintableText.Escape(text, keepsLines: true)
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
