using System.Net;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Reports;

/// <summary>Writes a changelog as a self-contained page.</summary>
internal sealed class HtmlChangelogPage(TextWriter writer) : ChangelogPage
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222;background:#fff}";

    public override void Start(string title)
    {
        var text = Encode(title);
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + $"<meta name=\"viewport\" content=\"width=device-width\">\n<title>{text}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n"
            + $"<h1>{text}</h1>\n");
    }

    public override void Paragraph(string text) => writer.Write($"<p>{Encode(text)}</p>\n");

    public override void Section(string title, IEnumerable<string> entries)
    {
        writer.Write($"<h2>{Encode(title)}</h2>\n<ul>\n");
        foreach (var entry in entries)
        {
            writer.Write($"<li>{Encode(entry)}</li>\n");
        }

        writer.Write("</ul>\n");
    }

    public override void End() => writer.Write("</main>\n</body>\n</html>\n");

    private static string Encode(string text) => WebUtility.HtmlEncode(PrintableText.Escape(text));
}
