namespace LogItems.Paging;

/// <summary>Receives notifications while pages are read.</summary>
internal interface IPagingObserver
{
    /// <summary>Called when a page has been read, completely or up to a failure.</summary>
    void PageRead(long offset, int items, int unreadableValues, int? total);

    /// <summary>Called when the list has changed while it was being read.</summary>
    void ListChanged(ConcurrentChange change);
}
