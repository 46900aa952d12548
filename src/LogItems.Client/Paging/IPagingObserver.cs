namespace LogItems.Paging;

/// <summary>Is told what happens while pages are read.</summary>
internal interface IPagingObserver
{
    /// <summary>A page has been read, whole or as far as it came.</summary>
    void PageRead(long offset, int items, int unreadableValues, int? total);

    /// <summary>The session has changed while it was read.</summary>
    void Shifted(ConcurrentChange shift);
}
