namespace LogItems.Paging;

/// <summary>How an item on a page relates to the items seen before.</summary>
[Flags]
internal enum Occurrence
{
    /// <summary>It was already seen in this pass.</summary>
    Known = 0,

    /// <summary>It was never seen before and is to be delivered.</summary>
    New = 1,

    /// <summary>It was seen in an earlier pass, but not yet in this one.</summary>
    Again = 2,

    /// <summary>An item with the same key precedes it on the same page.</summary>
    Repeated = 4,
}
