namespace LogItems;

/// <summary>Something that a log item's text names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">As it stands in the text, without punctuation around it.</param>
public sealed record LogItemReference(LogItemReferenceKind Kind, string Value);
