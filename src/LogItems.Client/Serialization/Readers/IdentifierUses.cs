namespace LogItems.Serialization.Readers;

/// <summary>The positions of an identifier in texts.</summary>
/// <remarks>The same few texts are looked up repeatedly, possibly by several threads at the same time.</remarks>
internal sealed class IdentifierUses(Guid identifier)
{
    /// <summary>Addresses and paths of the links of an item, with room to spare.</summary>
    private const int MaxTexts = 8;

    private readonly string _identifier = identifier.ToString();
    private readonly Use?[] _uses = new Use?[MaxTexts];

    /// <summary>The positions of the identifier in a text; empty if there are none.</summary>
    public int[] PositionsIn(string text)
    {
        foreach (var use in _uses)
        {
            if (ReferenceEquals(use?.Text, text))
            {
                return use.Positions;
            }
        }

        var found = new Use(text, Find(text));
        _uses[Math.Max(Array.IndexOf(_uses, null), 0)] = found;
        return found.Positions;
    }

    private int[] Find(string text)
    {
        var positions = new List<int>();
        for (var at = text.IndexOf(_identifier, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(_identifier, at + _identifier.Length, StringComparison.Ordinal))
        {
            positions.Add(at);
        }

        return [.. positions];
    }

    private sealed record Use(string Text, int[] Positions);
}
