using LogItems.Contracts.Diff.Rules;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>How two schemas that are compared are used.</summary>
/// <param name="Place">Where.</param>
/// <param name="IsText">Whether values are written as text, as in a query or a form, so that a number is a string too.</param>
/// <param name="WasOptional">Whether the value could be missing.</param>
/// <param name="IsOptional">Whether the value can be missing now.</param>
internal readonly record struct SchemaUse(SchemaLocation Place, bool IsText, bool WasOptional, bool IsOptional)
{
    /// <summary>Gets whether a list is written as the parameter repeated, so that one value is a list of one.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Gets whether the values are written as XML.</summary>
    public bool IsXml { get; init; }

    /// <summary>Gets whether the values are not part of the exchange: read-only ones in requests, write-only ones in responses.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Gets whether the SDK's generator ignores the schema, as it does the one of additional properties beside named ones.</summary>
    public bool IsSdkBlind { get; init; }
}
