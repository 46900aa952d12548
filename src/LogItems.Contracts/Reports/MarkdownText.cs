using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Reports;

/// <summary>Escapes text for Markdown, on one line.</summary>
internal static class MarkdownText
{
    private static readonly string[] Marks = ["\\", "|", "`", "*", "_", "[", "<", "~", "&"];

    public static string Escape(string text) => Marks.Aggregate(
        PrintableText.Escape(text.ReplaceLineEndings(" ")), (result, mark) => result.Replace(mark, $"\\{mark}", StringComparison.Ordinal));
}
