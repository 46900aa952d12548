using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>The findings of a check, ready to be written.</summary>
/// <param name="Title">The title, for example <c>contract diff released.yaml logitems.yaml</c>.</param>
/// <param name="Findings">The findings.</param>
public sealed record FindingReport(string Title, IReadOnlyList<Finding> Findings)
{
    /// <summary>The lowest severity that makes the check fail.</summary>
    /// <value><see cref="FindingLevel.Error"/> by default; <see cref="FindingLevel.None"/> for no finding at all.</value>
    public FindingLevel FailOn { get; init; } = FindingLevel.Error;

    /// <summary>The JSON schema of <see cref="ReportFormat.Json"/>.</summary>
    public static string JsonSchema { get; } = EmbeddedText.Read("findings.schema.json");

    /// <summary>Gets whether the check has failed: whether a finding that is not waived is severe enough.</summary>
    public bool HasFailed => Findings.Any(Fails);

    /// <summary>Determines whether a finding alone makes the check fail.</summary>
    public bool Fails(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return FailOn != FindingLevel.None && finding.Waiver is null && finding.Level >= FailOn;
    }

    /// <summary>Writes the findings.</summary>
    /// <param name="format">The format.</param>
    /// <param name="writer">The writer to write to.</param>
    public void Write(ReportFormat format, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Reporter(format).Write(this, writer);
    }

    private static FindingReporter Reporter(ReportFormat format) => format switch
    {
        ReportFormat.Text => new TextReporter(),
        ReportFormat.Json => new JsonReporter(),
        ReportFormat.Markdown => new MarkdownReporter(),
        ReportFormat.Junit => new JunitReporter(),
        ReportFormat.Sarif => new SarifReporter(),
        ReportFormat.Github => new GithubReporter(),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
