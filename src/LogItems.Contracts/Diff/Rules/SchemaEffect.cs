namespace LogItems.Contracts.Diff.Rules;

/// <summary>What a change of a schema does to the values that it allows.</summary>
internal enum SchemaEffect
{
    /// <summary>Some values are no longer allowed.</summary>
    Narrows,

    /// <summary>Some values are allowed that were not.</summary>
    Widens,

    /// <summary>Other values are allowed.</summary>
    Changes,

    /// <summary>Another value is meant where there is none.</summary>
    Means,

    /// <summary>The same values are allowed.</summary>
    Tells,
}
