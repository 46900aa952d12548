namespace LogItems;

/// <summary>A property in a <see cref="Layout"/>.</summary>
/// <param name="before">What comes between the value before and this one: punctuation, white space and the name.</param>
/// <param name="name">The name.</param>
/// <param name="property">The number of the property; negative if the contract does not know it.</param>
internal sealed class LayoutPart(byte[] before, string name, int property)
{
    public byte[] Before { get; } = before;

    public string Name { get; } = name;

    public int Property { get; } = property;

    /// <summary>The map that stood here last, where the next one is likely to be the same but for an identifier.</summary>
    public MapPrototype? Prototype { get; set; }

    /// <summary>How many maps in a row were none of the prototype's kind.</summary>
    public int Misses { get; set; }
}
