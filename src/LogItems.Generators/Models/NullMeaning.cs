namespace LogItems.Generators;

/// <summary>What null on the wire means for a property.</summary>
internal enum NullMeaning
{
    /// <summary>The contract forbids it: it is kept as a value that could not be read.</summary>
    Unreadable,

    /// <summary>The same as the property not being there.</summary>
    Absent,

    /// <summary>It is a value like any other.</summary>
    Value,
}
