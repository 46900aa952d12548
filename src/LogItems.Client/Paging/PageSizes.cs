using LogItems.Models;
using LogItems.Primitives;

namespace LogItems.Paging;

/// <summary>The number of items to request per page.</summary>
/// <param name="chosen">The configured size; null for a small first page, whose items arrive sooner, and large pages after it.</param>
internal sealed class PageSizes(int? chosen)
{
    private const int Small = 1_000;

    private int _most = PageLimit.Maximum;
    private int _largestSeen;
    private int _mostOnFirst = PageLimit.Maximum;
    private bool _sendsNext;

    /// <summary>The maximum number of new items on the first page.</summary>
    public static int FirstOf(int? chosen) => chosen ?? Small;

    /// <summary>The number of items of the largest page so far; before the first one, the maximum to request.</summary>
    public int Largest => Math.Min(_largestSeen > 0 ? _largestSeen : chosen ?? PageLimit.Maximum, _most);

    /// <summary>
    /// Determines whether a page has room for the overlap with the previous page and a new item; with a server that sends one item per page, it has
    /// none.
    /// </summary>
    public bool HasRoomFor(int overlap) => _most > overlap && _largestSeen is var seen && (seen == 0 || seen > overlap);

    /// <summary>The limit to request: the number of new items, plus the overlap with the previous page.</summary>
    public int Limit(bool isFirst, int overlap) => Math.Min((isFirst ? Math.Min(FirstOf(chosen), _mostOnFirst) : chosen ?? PageLimit.Maximum) + overlap, _most);

    /// <summary>
    /// Requests fewer items than an array had on the next first page. A server that ignores the limit sends the whole list again, which
    /// exceeds the limit and so proves it; a page of a server that applies limits is shorter.
    /// </summary>
    public void RequestFewerThan(int count) => _mostOnFirst = count - 1;

    /// <summary>
    /// Learns from a page: its number of items, the limit in effect if it is lower than requested, and whether it has a <c>next</c>
    /// link.
    /// </summary>
    /// <returns>What the page indicates about further pages.</returns>
    public PageEnd Learn(PageRequest request, IPage page, int count)
    {
        _sendsNext |= page.Links?.ContainsKey("next") == true;
        _largestSeen = request.Limit > 1 || request.IsUnpaged ? Math.Max(_largestSeen, count) : _largestSeen;
        if (!request.IsUnpaged && page.Limit is > 0 and var inEffect && inEffect < request.Limit)
        {
            _most = inEffect;
        }

        return request.EndOf(page, count, _sendsNext);
    }
}
