using LogItems.Models;

namespace LogItems.Paging;

/// <summary>A page as it is requested.</summary>
/// <param name="Offset">How many items precede it.</param>
/// <param name="Limit">How many items it may have.</param>
internal readonly record struct PageRequest(long Offset, int Limit)
{
    /// <summary>The key of the item that it has to begin with, as one that was delivered; null where there is none to go by.</summary>
    public ItemKey? Mark { get; init; }

    /// <summary>The number of items at its beginning that were delivered before; the mark is the first of them.</summary>
    public int Overlap { get; init; }

    /// <summary>Gets whether it goes back to where something was delivered: it has to have an item that is known.</summary>
    public bool IsBack { get; init; }

    /// <summary>Gets whether the version documents no pages for the list: only what is received shows whether there are any.</summary>
    public bool IsUndocumented { get; init; }

    /// <summary>Gets whether it is requested without offset and limit.</summary>
    public bool IsUnpaged => IsUndocumented && Offset == 0;

    /// <summary>Determines whether two requests ask for the same.</summary>
    public bool IsSameAs(PageRequest other) => (Offset, Limit) == (other.Offset, other.Limit);

    /// <summary>The request after this one, if its page has so many items: it begins with the last of them.</summary>
    public PageRequest Next(int count, PageSizes sizes)
    {
        var overlap = sizes.HasRoomFor(1) ? 1 : 0;
        return new(Offset + count - overlap, sizes.Limit(isFirst: false, overlap)) { IsUndocumented = IsUndocumented };
    }

    /// <summary>
    /// Judges a page that was received: by its <c>next</c> link, else by the total, else by the limit in effect. A page that is shorter than
    /// was asked for is no proof, as the server may allow less without saying so; nor is a full one of a server that has sent no <c>next</c>.
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
