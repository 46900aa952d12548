namespace LogItems.Contracts.Documents;

/// <summary>The JSON type of a scalar.</summary>
public enum ScalarKind
{
    /// <summary>The null value.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number of any size and precision.</summary>
    Number,

    /// <summary>Text.</summary>
    String,
}
