namespace LogItems.Contracts.Reports;

/// <summary>A changelog as Markdown.</summary>
internal sealed class MarkdownChangelogPage(TextWriter writer) : ChangelogPage
{
    private static readonly string[] Marks = ["\\", "`", "*", "_", "[", "<"];

    public override void Start(string title) => writer.Write($"# {Escape(title)}\n");

    public override void Paragraph(string text) => writer.Write($"\n{Escape(text)}\n");

    public override void Section(string title, IEnumerable<string> entries)
    {
        writer.Write($"\n## {Escape(title)}\n\n");
        foreach (var entry in entries)
        {
            writer.Write($"- {Escape(entry)}\n");
        }
    }

    public override void End()
    {
    }

    private static string Escape(string text) =>
        Marks.Aggregate(text, (result, mark) => result.Replace(mark, $"\\{mark}", StringComparison.Ordinal));
}
