namespace LogItems.Contracts.Reports;

/// <summary>The formats that findings can be written in.</summary>
public enum ReportFormat
{
    /// <summary>For people at a terminal, a place on each line as editors link it.</summary>
    Text,

    /// <summary>For programs; its schema is <see cref="FindingReport.JsonSchema"/>.</summary>
    Json,

    /// <summary>For a pull request's page.</summary>
    Markdown,

    /// <summary>For the test pages of CI systems.</summary>
    Junit,

    /// <summary>SARIF 2.1.0, for code scanning and editors.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub Actions: notes on the lines of a pull request.</summary>
    Github,
}
