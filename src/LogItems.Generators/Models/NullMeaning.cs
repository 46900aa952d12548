namespace LogItems.Generators;

/// <summary>The meaning of null on the wire for a property.</summary>
internal enum NullMeaning
{
    /// <summary>The contract forbids it: it is kept as an unreadable value.</summary>
    Unreadable,

    /// <summary>It is equivalent to an absent property.</summary>
    Absent,

    /// <summary>It is a value like any other.</summary>
    Value,
}
