namespace LogItems.Paging;

/// <summary>What it means that an item is on a page.</summary>
[Flags]
internal enum Meeting
{
    /// <summary>It was met in this pass before.</summary>
    Known = 0,

    /// <summary>It was never met before and is to be delivered.</summary>
    New = 1,

    /// <summary>It was met in an earlier pass, but not in this one yet.</summary>
    Again = 2,

    /// <summary>An item of the same key is on the same page before it.</summary>
    Repeated = 4,
}
