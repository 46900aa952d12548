using LogItems.Models;
using LogItems.Primitives;

namespace LogItems.Paging;

/// <summary>A page as it is requested.</summary>
/// <param name="Offset">How many items precede it.</param>
/// <param name="Limit">How many items it may have.</param>
/// <param name="Mark">The item that it has to begin with: the last one of the page before; null where there is none to go by.</param>
/// <param name="IsBack">Whether it has to begin with some item that was delivered, as it goes back to where those are.</param>
/// <param name="IsUndocumented">Whether the version documents no pages for the list: only what is received shows whether there are any.</param>
internal readonly record struct PageRequest(int Offset, int Limit, Guid? Mark, bool IsBack = false, bool IsUndocumented = false)
{
    /// <summary>Whether it is requested without offset and limit.</summary>
    public bool IsUnpaged => IsUndocumented && Offset == 0;

    /// <summary>Whether two requests ask for the same.</summary>
    public bool IsSameAs(PageRequest other) => (Offset, Limit) == (other.Offset, other.Limit);

    /// <summary>The request after this one, if its page has so many items: it begins with the last of them.</summary>
    public PageRequest Next(int count, PageSizes sizes)
    {
        var overlap = sizes.HasRoomForOverlap ? 1 : 0;
        return new(Offset + count - overlap, sizes.Limit(isFirst: false, overlap), null, IsUndocumented: IsUndocumented);
    }

    /// <summary>
    /// Whether the page that was received is the last one: by its <c>next</c> link, else by its other links where pages are documented, else
    /// by the total, else by its not being full.
    /// </summary>
    public bool IsLast(IPage page, int count)
    {
        if (count == 0)
        {
            return true;
        }

        if (page.IsBareArray)
        {
            return IsUndocumented || count != Limit;
        }

        if (page.Links is { Count: > 0 } links && (!IsUndocumented || links.ContainsKey("next")))
        {
            return !links.ContainsKey("next");
        }

        return page.TotalCount is { } total
            ? Offset + count >= total
            : count < (page.Limit ?? (IsUnpaged ? PageLimit.Default : Limit));
    }
}
