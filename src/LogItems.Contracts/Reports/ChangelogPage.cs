namespace LogItems.Contracts.Reports;

/// <summary>Writes a changelog in one format.</summary>
internal abstract class ChangelogPage
{
    public abstract void Start(string title);

    public abstract void Paragraph(string text);

    public abstract void Section(string title, IEnumerable<string> entries);

    public abstract void End();
}
