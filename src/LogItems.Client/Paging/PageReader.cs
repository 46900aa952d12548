using LogItems.Models;
using LogItems.Streaming;

namespace LogItems.Paging;

/// <summary>One page being read, a few items at a time.</summary>
internal sealed class PageReader<T>(PageRequest request, IPageReader<T> reading, MetItems met, CatchUp catchUp)
    where T : ApiModel, IPaged
{
    /// <summary>The last two items that are on the page once: those that the next page can begin with.</summary>
    private (ItemKey Key, int Index)? _mark;
    private (ItemKey Key, int Index)? _markBefore;

    public PageRequest Request => request;

    /// <summary>What stands around the items; complete when they have been read to the end.</summary>
    public IPage Page => reading.Page;

    /// <summary>The number of items so far.</summary>
    public int Count { get; private set; }

    /// <summary>The number of unreadable values of its items so far.</summary>
    public int UnreadableValues { get; private set; }

    /// <summary>All items of a page that does not begin as it has to: what that means shows when it has been seen whole.</summary>
    public List<T>? Held { get; private set; }

    /// <summary>Gets whether it has been read to its end.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Gets whether it does not begin as it has to.</summary>
    public bool IsMarkMissing => Held is not null || (IsWhole && Count == 0 && (Request.Mark is not null || Request.IsBack));

    /// <summary>Gets whether it has an item that was met in this pass, if it does not begin as it has to.</summary>
    public bool IsAttached => Held?.Exists(item => met.IsKnown(ItemKey.Of(item))) == true;

    /// <summary>Gets whether it had an item that had not been met in this pass.</summary>
    public bool HasProgress { get; private set; }

    /// <summary>Gets whether an item was in a new position that had been met in this pass: it has moved, or two items are indistinguishable.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The key of the item that the next page has to begin with, and how many items there are from it on.</summary>
    public (ItemKey Key, int Overlap)? Mark => _mark is { } mark ? (mark.Key, Sifted - mark.Index) : null;

    private int Sifted { get; set; }

    /// <summary>The next items; those of a page that does not begin as it has to are held. Null at the end of the page.</summary>
    public async ValueTask<List<T>?> NextAsync(CancellationToken cancellationToken)
    {
        var items = await reading.NextAsync(cancellationToken).ConfigureAwait(false);
        if (items is null)
        {
            IsWhole = true;
            return null;
        }

        if (Count == 0 && items.Count > 0 && !MayBegin(ItemKey.Of(items[0])))
        {
            Held = [];
        }

        Count += items.Count;
        foreach (var item in items)
        {
            UnreadableValues += item.Issues.Count;
        }

        if (Held is null)
        {
            return items;
        }

        Held.AddRange(items);
        return [];
    }

    /// <summary>Meets items of the page, in their order, and leaves those that are to be delivered.</summary>
    public bool Sift(List<T> items)
    {
        items.RemoveAll(item => !IsNew(ItemKey.Of(item)));
        return items.Count > 0;
    }

    private bool IsNew(ItemKey key)
    {
        var meeting = met.Meet(key);
        if (meeting.HasFlag(Meeting.Repeated))
        {
            (_mark, _markBefore) = _mark?.Key == key ? (_markBefore, null) : (_mark, _markBefore?.Key == key ? null : _markBefore);
        }
        else
        {
            (_markBefore, _mark) = (_mark, (key, Sifted));
        }

        var isProgress = (meeting & (Meeting.New | Meeting.Again)) != 0;
        HasProgress |= isProgress;
        HasMoved |= !catchUp.Meet(key, isProgress, isOverlap: Sifted < Request.Overlap);
        Sifted++;
        return meeting.HasFlag(Meeting.New);
    }

    private bool MayBegin(ItemKey key) => Request.Mark is { } mark ? key.IsSame(mark) : !Request.IsBack || met.IsKnown(key);
}
