namespace LogItems.Contracts.Reports;

/// <summary>The formats that findings can be written in.</summary>
public enum ReportFormat
{
    /// <summary>Text for a terminal, with a location on each line that editors recognize as a link.</summary>
    Text,

    /// <summary>JSON for programs; its schema is <see cref="FindingReport.JsonSchema"/>.</summary>
    Json,

    /// <summary>Markdown for a pull request.</summary>
    Markdown,

    /// <summary>JUnit XML for the test reports of CI systems.</summary>
    Junit,

    /// <summary>SARIF 2.1.0, for code scanning and editors.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions: annotations on the lines of a pull request.</summary>
    Github,
}
