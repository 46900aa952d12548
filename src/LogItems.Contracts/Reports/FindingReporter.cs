using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>Writes findings in one format.</summary>
internal abstract class FindingReporter
{
    public abstract void Write(FindingReport report, TextWriter writer);

    protected static string Word(FindingLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>The number of findings of each severity, the highest first: <c>2 errors, 1 warning</c>.</summary>
    protected static string Summary(FindingReport report)
    {
        var counted = report.Findings.Where(finding => finding.Waiver is null).ToList();
        var waived = report.Findings.Count - counted.Count;
        var parts = counted.GroupBy(finding => finding.Level).OrderByDescending(group => group.Key)
            .Select(group => $"{group.Count()} {Noun(group.Key)}{(group.Count() == 1 ? "" : "s")}")
            .Concat(waived == 0 ? [] : [$"{waived} waived"]);
        return report.Findings.Count == 0 ? "No findings" : string.Join(", ", parts);
    }

    /// <summary>The operations affected by a change, the first few by name; null if it affects none in particular.</summary>
    protected static string? Operations(Finding finding)
    {
        const int Named = 3;
        var operations = finding.Change?.Operations ?? [];
        return operations.Count == 0 ? null
            : string.Join(", ", operations.Take(Named)) + (operations.Count > Named ? $" and {operations.Count - Named} more" : "");
    }

    private static string Noun(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warn => "warning",
        FindingLevel.Info => "note",
        _ => "harmless difference",
    };
}
