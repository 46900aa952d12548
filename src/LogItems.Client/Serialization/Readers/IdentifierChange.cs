namespace LogItems.Serialization.Readers;

/// <summary>One identifier in the place of another.</summary>
internal readonly ref struct IdentifierChange
{
    private readonly IdentifierUses? _from;
    private readonly Guid _to;

    /// <param name="from">The identifier to be found; null for none.</param>
    /// <param name="to">The one that takes its place.</param>
    public IdentifierChange(IdentifierUses? from, Guid to)
    {
        _from = from;
        _to = to;
    }

    /// <summary>A text with the change made; the same string where there is nothing to change.</summary>
    public string? In(string? text) =>
        text is null || _from?.PositionsIn(text) is not { Length: > 0 } positions ? text
        : string.Create(text.Length, (text, positions, _to), static (chars, change) =>
        {
            change.text.CopyTo(chars);
            foreach (var position in change.positions)
            {
                change._to.TryFormat(chars[position..], out _);
            }
        });
}
