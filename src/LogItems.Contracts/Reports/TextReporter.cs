using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>Writes findings as text for a terminal.</summary>
internal sealed class TextReporter : FindingReporter
{
    public override void Write(FindingReport report, TextWriter writer)
    {
        foreach (var finding in report.Findings)
        {
            var verdicts = finding.Change is { } change ? $" [wire {Word(change.Wire)}, sdk {Word(change.Sdk)}]" : "";
            WriteLine(writer, $"{finding.Location}: {Word(finding.Level)} {finding.RuleId}{verdicts}: {finding.Message}");
            foreach (var detail in Details(finding))
            {
                WriteLine(writer, $"    {detail}");
            }
        }

        writer.Write($"{Summary(report)}.\n");
    }

    // Escapes text from documents, which must not move the cursor of a terminal.
    private static void WriteLine(TextWriter writer, string text)
    {
        writer.Write(PrintableText.Escape(text.ReplaceLineEndings(" ")));
        writer.Write('\n');
    }

    private static IEnumerable<string> Details(Finding finding)
    {
        if (finding.Change is { } change)
        {
            yield return $"base: {change.Base}";
        }

        if (Operations(finding) is { } operations)
        {
            yield return $"in: {operations}";
        }

        if (finding.Versions.Count > 0)
        {
            yield return $"versions: {string.Join(", ", finding.Versions)}";
        }

        if (finding.Waiver is { } waiver)
        {
            yield return $"waived until {waiver.LastDay}: {waiver.Reason}";
        }
    }
}
