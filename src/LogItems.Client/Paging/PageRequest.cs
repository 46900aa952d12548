using LogItems.Models;

namespace LogItems.Paging;

/// <summary>A request for a page.</summary>
/// <param name="Offset">The number of items before the page.</param>
/// <param name="Limit">The maximum number of items of the page.</param>
internal readonly record struct PageRequest(long Offset, int Limit)
{
    /// <summary>The key of the delivered item that the page must begin with; null if there is none.</summary>
    public ItemKey? Mark { get; init; }

    /// <summary>The number of already delivered items at the beginning of the page; the mark is the first of them.</summary>
    public int Overlap { get; init; }

    /// <summary>Gets whether the request goes back to delivered items: the page must have a known item.</summary>
    public bool IsBack { get; init; }

    /// <summary>Gets whether the version documents no pages for the list: only the responses show whether there are any.</summary>
    public bool IsUndocumented { get; init; }

    /// <summary>Gets whether the page is requested without offset and limit.</summary>
    public bool IsUnpaged => IsUndocumented && Offset == 0;

    /// <summary>Determines whether two requests are for the same page.</summary>
    public bool IsSameAs(PageRequest other) => (Offset, Limit) == (other.Offset, other.Limit);

    /// <summary>The request after this one, if its page has this number of items: its page begins with the last of them.</summary>
    public PageRequest Next(int count, PageSizes sizes)
    {
        var overlap = sizes.HasRoomFor(1) ? 1 : 0;
        return new(Offset + count - overlap, sizes.Limit(isFirst: false, overlap)) { IsUndocumented = IsUndocumented };
    }

    /// <summary>
    /// Determines whether a page is the last one: by its <c>next</c> link, else by the total, else by the limit in effect. A page that is shorter than
    /// requested is no proof, because the server may apply a lower limit silently; nor is a full page of a server that sends no <c>next</c>.
    /// </summary>
    public PageEnd EndOf(IPage page, int count, bool sendsNext)
    {
        var end = Offset + count;
        if (page.Links?.ContainsKey("next") == true)
        {
            return PageEnd.More;
        }

        if (page.TotalCount >= end)
        {
            return page.TotalCount > end ? PageEnd.More : PageEnd.Last;
        }

        var isWholeList = (page.IsBareArray && IsUndocumented) || (!IsUnpaged && count > Limit);
        return count == 0 || isWholeList || sendsNext || count < page.Limit ? PageEnd.Last : PageEnd.Unknown;
    }
}
