namespace LogItems;

/// <summary>One identifier in the place of another.</summary>
internal readonly ref struct IdentifierChange
{
    private readonly string? _from;
    private readonly Guid _to;

    /// <param name="from">The identifier to be found, as text; null for none.</param>
    /// <param name="to">The one that takes its place.</param>
    public IdentifierChange(string? from, Guid to)
    {
        _from = from;
        _to = to;
    }

    /// <summary>Whether an identifier is written as .NET writes it: in lower case.</summary>
    public static bool IsUsual(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange((byte)'A', (byte)'F') < 0;

    /// <summary>A text with the change made; the same string where there is nothing to change.</summary>
    public string? In(string? text)
    {
        var at = text is null || _from is null ? -1 : text.IndexOf(_from, StringComparison.Ordinal);
        return at < 0 ? text : string.Create(text!.Length, (text, _from, _to, at), static (chars, change) =>
        {
            change.text.CopyTo(chars);
            for (var at = change.at; at >= 0; at = IndexOf(chars, at, change._from!))
            {
                change._to.TryFormat(chars[at..], out _);
            }
        });
    }

    /// <summary>Where a text stands next, behind the one at a place; -1 if nowhere.</summary>
    private static int IndexOf(ReadOnlySpan<char> chars, int at, string text)
    {
        var behind = at + text.Length;
        var next = chars[behind..].IndexOf(text, StringComparison.Ordinal);
        return next < 0 ? -1 : behind + next;
    }
}
