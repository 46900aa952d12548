using LogItems.Models;
using LogItems.Streaming;

namespace LogItems.Paging;

/// <summary>One page being read, a few items at a time.</summary>
internal sealed class PageReader<T>(PageRequest request, IPageReader<T> reading, SeenIds seen)
    where T : ApiModel, IPaged
{
    public PageRequest Request => request;

    public PageShape Shape { get; } = new();

    /// <summary>What stands around the items; complete when they have been read to the end.</summary>
    public IPage Page => reading.Page;

    /// <summary>How many values of its items could not be read so far.</summary>
    public int UnreadableValues { get; private set; }

    /// <summary>All items of a page that does not begin as it has to: what that means shows when it has been seen whole.</summary>
    public List<T>? Held { get; private set; }

    /// <summary>Whether it has been read to its end.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether it does not begin as it has to.</summary>
    public bool IsMarkMissing => Held is not null || (IsWhole && Shape.Count == 0 && (Request.Mark is not null || Request.IsBack));

    /// <summary>The next items; those of a page that does not begin as it has to are held. Null at the end of the page.</summary>
    public async ValueTask<List<T>?> NextAsync(CancellationToken cancellationToken)
    {
        var items = await reading.NextAsync(cancellationToken).ConfigureAwait(false);
        if (items is null)
        {
            IsWhole = true;
            return null;
        }

        if (Shape.Count == 0 && items.Count > 0 && !MayBegin(items[0].Id))
        {
            Held = [];
        }

        Shape.Add(items);
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

    private bool MayBegin(Guid id) => Request.Mark is { } mark ? id == mark : !Request.IsBack || seen.Contains(id);
}
