namespace LogItems.Contracts.Reports;

/// <summary>The formats that a changelog can be written in.</summary>
public enum ChangelogFormat
{
    /// <summary>For release notes and pull requests.</summary>
    Markdown,

    /// <summary>A self-contained page, without scripts and external resources.</summary>
    Html,
}
