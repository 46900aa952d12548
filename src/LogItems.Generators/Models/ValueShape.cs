namespace LogItems.Generators;

/// <summary>The type of a value.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Name">The type's name in C#, without a question mark.</param>
/// <param name="Element">The type of the elements of a list or map; null for other kinds.</param>
internal sealed record ValueShape(ValueKind Kind, string Name, ValueShape? Element = null)
{
    /// <summary>Gets whether it is one token on the wire.</summary>
    public bool IsScalar => Kind < ValueKind.Object;

    /// <summary>Gets whether it is a map of objects.</summary>
    public bool IsObjectMap => Kind == ValueKind.Map && Element?.Kind == ValueKind.Object;
}
