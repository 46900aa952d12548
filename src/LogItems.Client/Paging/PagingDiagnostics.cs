using LogItems.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LogItems.Paging;

/// <summary>Counts and logs what happens while pages are read, and tells the caller who asked to be told.</summary>
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

    public void Shifted(ConcurrentChange shift)
    {
        ClientMetrics.PagingShifts.Add(1);
        ClientLog.PagingShifted(logger, shift.Offset, shift.MayHaveMissedItems);
        onShift?.Invoke(shift);
    }
}
