using LogItems.Primitives;

namespace LogItems.Paging;

/// <summary>How many items each page is asked for.</summary>
/// <param name="chosen">The size that was chosen; null for a small first page, so that its items are soon there, and large ones after it.</param>
internal sealed class PageSizes(int? chosen)
{
    private const int Small = 1_000;

    private int _most = PageLimit.Maximum;

    /// <summary>The most new items on the first page.</summary>
    public static int FirstOf(int? chosen) => chosen ?? Small;

    /// <summary>Whether a page has room for the last item of the page before and a new one.</summary>
    public bool HasRoomForOverlap => _most > 1;

    /// <summary>The most new items that a page is asked for.</summary>
    public int Largest => Math.Min(chosen ?? PageLimit.Maximum, _most);

    /// <summary>The limit to ask for: one more than new items, where the page begins with the last item of the page before.</summary>
    public int Limit(bool isFirst, int overlap) => Math.Min((isFirst ? FirstOf(chosen) : chosen ?? PageLimit.Maximum) + overlap, _most);

    /// <summary>Takes note of the limit that is in effect, where it is less than was asked for.</summary>
    public void Learn(PageRequest page, int? inEffect)
    {
        if (!page.IsUnpaged && inEffect is > 0 && inEffect < page.Limit)
        {
            _most = inEffect.Value;
        }
    }
}
