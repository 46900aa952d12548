namespace LogItems.Contracts.Reports;

/// <summary>Writes a changelog as Markdown.</summary>
internal sealed class MarkdownChangelogPage(TextWriter writer) : ChangelogPage
{
    public override void Start(string title) => writer.Write($"# {MarkdownText.Escape(title)}\n");

    public override void Paragraph(string text) => writer.Write($"\n{MarkdownText.Escape(text)}\n");

    public override void Section(string title, IEnumerable<string> entries)
    {
        writer.Write($"\n## {MarkdownText.Escape(title)}\n\n");
        foreach (var entry in entries)
        {
            writer.Write($"- {MarkdownText.Escape(entry)}\n");
        }
    }

    public override void End()
    {
    }
}
