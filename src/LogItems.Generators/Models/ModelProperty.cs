namespace LogItems.Generators;

/// <summary>A property of a model.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Null">What null on the wire means.</param>
internal sealed record ModelProperty(string WireName, string Name, ValueShape Value, NullMeaning Null)
{
    /// <summary>Gets whether it is the identifier of the object itself.</summary>
    public bool IsIdentifier => WireName == "id" && Value.Kind == ValueKind.Guid;
}
