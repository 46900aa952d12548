namespace LogItems.Serialization.Readers;

/// <summary>The result of reading the next element of an array.</summary>
internal enum ElementOutcome
{
    /// <summary>An element was read.</summary>
    Element,

    /// <summary>The array has ended.</summary>
    End,

    /// <summary>The buffer ended first: read again from the same position when it has more data.</summary>
    Incomplete,
}
