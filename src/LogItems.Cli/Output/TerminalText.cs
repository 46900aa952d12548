using System.Globalization;
using System.Text;
using LogItems.Contracts.Documents;
using Spectre.Console.Rendering;

namespace LogItems.Cli.Output;

/// <summary>Makes text from the server safe to display: a mail subject must not move the cursor or hide what follows.</summary>
internal static class TerminalText
{
    /// <summary>Writes control and invisible formatting characters as <c>\n</c> or <c>\u001B</c>.</summary>
    public static string Escape(string text) => PrintableText.Escape(text);

    /// <summary>The number of columns of escaped text; Chinese characters and most emoji take two.</summary>
    public static int Width(string text) => Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>Wraps text at spaces; only a word that is longer than a line is broken.</summary>
    public static IReadOnlyList<string> Wrap(string text, int columns)
    {
        var lines = new List<string>();
        var line = "";
        var (used, isEmpty) = (0, true);
        foreach (var word in text.Split(' '))
        {
            var width = Width(word);
            if (isEmpty ? width <= columns : used + 1 + width <= columns)
            {
                line = isEmpty ? word : $"{line} {word}";
                used += isEmpty ? width : width + 1;
                isEmpty = false;
                continue;
            }

            if (!isEmpty)
            {
                lines.Add(line);
            }

            var start = 0;
            for (var end = Fitting(word, 0, columns); end < word.Length; end = Fitting(word, start, columns))
            {
                lines.Add(word[start..end]);
                start = end;
            }

            line = word[start..];
            (used, isEmpty) = (Width(line), false);
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Finds the end of the part of a text that fits into the columns; at least one character.</summary>
    private static int Fitting(string text, int start, int columns)
    {
        var (used, end) = (0, start);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            used += Width(text.Substring(end, length));
            if (used > columns && end > start)
            {
                break;
            }

            end += length;
        }

        return end;
    }

    /// <summary>Truncates text to the columns, with an ellipsis; no character is split.</summary>
    public static string Truncate(string text, int columns)
    {
        var (used, end, cut) = (0, 0, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            used += Width(text.Substring(end, length));
            if (used > columns)
            {
                return columns > 0 ? $"{text[..cut]}…" : "";
            }

            end += length;
            cut = used < columns ? end : cut;
        }

        return text;
    }
}
