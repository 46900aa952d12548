namespace LogItems.Generators;

/// <summary>A property of a model.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="Value">The type of its value.</param>
/// <param name="Null">The meaning of null on the wire.</param>
internal sealed record ModelProperty(string WireName, string Name, ValueShape Value, NullMeaning Null)
{
    /// <summary>Gets whether the property is the identifier of the object itself.</summary>
    public bool IsIdentifier => WireName == "id" && Value.Kind == ValueKind.Guid;
}
