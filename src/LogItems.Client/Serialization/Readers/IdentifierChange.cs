namespace LogItems.Serialization.Readers;

/// <summary>The replacement of one identifier by another.</summary>
internal readonly ref struct IdentifierChange
{
    private readonly IdentifierUses? _from;
    private readonly Guid _to;

    /// <param name="from">The identifier to replace; null for none.</param>
    /// <param name="to">The replacement.</param>
    public IdentifierChange(IdentifierUses? from, Guid to)
    {
        _from = from;
        _to = to;
    }

    /// <summary>The text with the replacement made; the same string if there is nothing to replace.</summary>
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
