namespace LogItems.Serialization.Readers;

/// <summary>What came of reading the next element of an array.</summary>
internal enum ElementOutcome
{
    /// <summary>There was one.</summary>
    Element,

    /// <summary>The array has ended.</summary>
    End,

    /// <summary>The buffer ended first: read again from the same position when there is more of it.</summary>
    Incomplete,
}
