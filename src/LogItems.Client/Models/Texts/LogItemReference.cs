namespace LogItems;

/// <summary>An identifier, a mailbox or a web address in a log item's text.</summary>
/// <param name="Kind">The kind of reference.</param>
/// <param name="Value">The value as printed, without punctuation around it.</param>
public sealed record LogItemReference(LogItemReferenceKind Kind, string Value)
{
    /// <summary>The name printed with an identifier, as in <c>(ID: 7f0c8c1e-…, name: Anna Sample)</c>; null if absent.</summary>
    public string? Name { get; init; }
}
