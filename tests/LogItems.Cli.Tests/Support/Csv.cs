using System.Text;

namespace LogItems.Cli.Tests.Support;

/// <summary>Reads CSV by the letter of RFC 4180, and refuses what it does not allow.</summary>
internal static class Csv
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var position = 0;
        while (position < text.Length)
        {
            row.Add(ReadCell(text, ref position));
            if (position < text.Length && text[position] == ',')
            {
                position++;
                continue;
            }

            Assert.That(text.AsSpan(position).StartsWith("\r\n"), $"a row ends in CRLF (position {position})");
            position += 2;
            rows.Add(row);
            row = [];
        }

        return rows;
    }

    private static string ReadCell(string text, ref int position)
    {
        if (position < text.Length && text[position] == '"')
        {
            return ReadQuoted(text, ref position);
        }

        var start = position;
        while (position < text.Length && text[position] is not (',' or '\r' or '\n'))
        {
            Assert.That(text[position], Is.Not.EqualTo('"'), $"a bare cell has no quote (position {position})");
            position++;
        }

        return text[start..position];
    }

    private static string ReadQuoted(string text, ref int position)
    {
        var cell = new StringBuilder();
        for (position++; ; position++)
        {
            if (text[position] != '"')
            {
                cell.Append(text[position]);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                cell.Append('"');
                position++;
            }
            else
            {
                position++;
                return cell.ToString();
            }
        }
    }
}
