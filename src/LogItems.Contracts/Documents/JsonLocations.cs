using System.Text;

namespace LogItems.Contracts.Documents;

/// <summary>The line and the column of locations in a text, which are requested in ascending order.</summary>
/// <param name="text">The text, in UTF-8.</param>
internal sealed class JsonLocations(byte[] text)
{
    private int _at;

    /// <summary>The line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The column, from 1, in UTF-16 code units.</summary>
    public int Column { get; private set; } = 1;

    /// <summary>Advances to the byte at an index.</summary>
    public void MoveTo(long index)
    {
        var rest = text.AsSpan(_at, (int)index - _at);
        while (rest.IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var end)
        {
            var isPair = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n';
            rest = rest[(end + (isPair ? 2 : 1))..];
            (Line, Column) = (Line + 1, 1);
        }

        Column += Encoding.UTF8.GetCharCount(rest);
        _at = (int)index;
    }
}
