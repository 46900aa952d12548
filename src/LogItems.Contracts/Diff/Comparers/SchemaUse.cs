using LogItems.Contracts.Diff.Rules;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>The use of two compared schemas.</summary>
/// <param name="Location">The location of the schemas.</param>
/// <param name="IsText">Whether values are written as text, as in a query or a form, so that a number is a string too.</param>
/// <param name="WasOptional">Whether the value could be missing.</param>
/// <param name="IsOptional">Whether the value can be missing now.</param>
internal readonly record struct SchemaUse(SchemaLocation Location, bool IsText, bool WasOptional, bool IsOptional)
{
    /// <summary>Gets whether a list is written by repeating the parameter, so that a single value is a list of one.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Gets whether the values are written as XML.</summary>
    public bool IsXml { get; init; }

    /// <summary>Gets whether the values are not part of the exchange: read-only ones in requests, write-only ones in responses.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Gets whether the SDK's generator ignores the schema, as it does for additional properties beside named ones.</summary>
    public bool IsIgnoredBySdk { get; init; }
}
