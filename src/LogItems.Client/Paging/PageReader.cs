using LogItems.Models;
using LogItems.Streaming;

namespace LogItems.Paging;

/// <summary>One page being read, a few items at a time.</summary>
internal sealed class PageReader<T>(PageRequest request, IPageReader<T> reading, SeenItems seen, CatchUp catchUp)
    where T : ApiModel, IPaged
{
    /// <summary>The last two items that occur once on the page: the candidates for the next page's mark.</summary>
    private (ItemKey Key, int Index)? _mark;
    private (ItemKey Key, int Index)? _markBefore;

    public PageRequest Request => request;

    /// <summary>The page without its items; complete when they have been read to the end.</summary>
    public IPage Page => reading.Page;

    /// <summary>The number of items so far.</summary>
    public int Count { get; private set; }

    /// <summary>The number of unreadable values of its items so far.</summary>
    public int UnreadableValues { get; private set; }

    /// <summary>All items of a page that does not begin with its mark, held until the whole page has been examined.</summary>
    public List<T>? Held { get; private set; }

    /// <summary>Gets whether the page has been read to its end.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Gets whether the page does not begin with its mark.</summary>
    public bool IsMarkMissing => Held is not null || (IsWhole && Count == 0 && (Request.Mark is not null || Request.IsBack));

    /// <summary>Gets whether a page that does not begin with its mark has an item that was seen in this pass.</summary>
    public bool IsAttached => Held?.Exists(item => seen.IsKnown(ItemKey.Of(item))) == true;

    /// <summary>Gets whether the page had an item that had not been seen in this pass.</summary>
    public bool HasProgress { get; private set; }

    /// <summary>Gets whether an item that had been seen in this pass was in a new position: it has moved, or two items are indistinguishable.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The key of the item that the next page must begin with, and the number of items from it to the end of this page.</summary>
    public (ItemKey Key, int Overlap)? Mark => _mark is { } mark ? (mark.Key, Examined - mark.Index) : null;

    private int Examined { get; set; }

    /// <summary>The next items; those of a page that does not begin with its mark are held. Null at the end of the page.</summary>
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

    /// <summary>Records items of the page, in order, and keeps those that are to be delivered.</summary>
    public bool KeepNew(List<T> items)
    {
        items.RemoveAll(item => !IsNew(ItemKey.Of(item)));
        return items.Count > 0;
    }

    private bool IsNew(ItemKey key)
    {
        var occurrence = seen.Record(key);
        if (occurrence.HasFlag(Occurrence.Repeated))
        {
            (_mark, _markBefore) = _mark?.Key == key ? (_markBefore, null) : (_mark, _markBefore?.Key == key ? null : _markBefore);
        }
        else
        {
            (_markBefore, _mark) = (_mark, (key, Examined));
        }

        var isProgress = (occurrence & (Occurrence.New | Occurrence.Again)) != 0;
        HasProgress |= isProgress;
        HasMoved |= !catchUp.Record(key, isProgress, isOverlap: Examined < Request.Overlap);
        Examined++;
        return occurrence.HasFlag(Occurrence.New);
    }

    private bool MayBegin(ItemKey key) => Request.Mark is { } mark ? key.IsSame(mark) : !Request.IsBack || seen.IsKnown(key);
}
