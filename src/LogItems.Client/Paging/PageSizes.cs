using LogItems.Models;
using LogItems.Primitives;

namespace LogItems.Paging;

/// <summary>The number of items to request per page.</summary>
/// <param name="chosen">The size that was chosen; null for a small first page, so that its items are soon there, and large ones after it.</param>
internal sealed class PageSizes(int? chosen)
{
    private const int Small = 1_000;

    private int _most = PageLimit.Maximum;
    private int _largestSeen;
    private int _mostOnFirst = PageLimit.Maximum;
    private bool _sendsNext;

    /// <summary>The most new items on the first page.</summary>
    public static int FirstOf(int? chosen) => chosen ?? Small;

    /// <summary>The number of items of the largest page so far; before the first one, the most that a page is asked for.</summary>
    public int Largest => Math.Min(_largestSeen > 0 ? _largestSeen : chosen ?? PageLimit.Maximum, _most);

    /// <summary>
    /// Determines whether a page has room for so many items of the page before and a new one; a server that sends one item a page leaves
    /// none.
    /// </summary>
    public bool HasRoomFor(int overlap) => _most > overlap && _largestSeen is var seen && (seen == 0 || seen > overlap);

    /// <summary>The limit to ask for: more than new items, where the page begins with items of the page before.</summary>
    public int Limit(bool isFirst, int overlap) => Math.Min((isFirst ? Math.Min(FirstOf(chosen), _mostOnFirst) : chosen ?? PageLimit.Maximum) + overlap, _most);

    /// <summary>
    /// Asks for less than an array on the next first page. A server that sends the whole list whatever was asked for sends it again, and that it is
    /// more than the limit proves it; a page of a server that obeys limits is shorter.
    /// </summary>
    public void AskForLessThan(int count) => _mostOnFirst = count - 1;

    /// <summary>
    /// Learns from a page: how many items it had, the limit in effect where it is less than was asked for, whether it has a <c>next</c>
    /// link.
    /// </summary>
    /// <returns>What the page says about pages after it.</returns>
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
