using LogItems.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LogItems.Paging;

/// <summary>Records metrics and log entries while pages are read, and invokes the caller's callback.</summary>
internal sealed class PagingDiagnostics(ILogger logger, Action<ConcurrentChange>? onShift) : IPagingObserver
{
    public void PageRead(long offset, int items, int unreadableValues, int? total)
    {
        ClientLog.PageRead(logger, offset, items, total);
        ClientMetrics.Pages.Add(1);
        ClientMetrics.Items.Add(items);
        if (unreadableValues > 0)
        {
            ClientMetrics.UnreadableValues.Add(unreadableValues);
            ClientLog.UnreadableValues(logger, unreadableValues, offset);
        }
    }

    public void ListChanged(ConcurrentChange change)
    {
        ClientMetrics.ConcurrentChanges.Add(1);
        ClientLog.ListChanged(logger, change.Offset, change.MayHaveMissedItems);
        onShift?.Invoke(change);
    }
}
