namespace LogItems;

/// <summary>How many items each page is asked for.</summary>
/// <param name="Fixed">The size that was chosen; null for a small first page, so that its items are soon there, and large ones after it.</param>
internal sealed record PageSizes(int? Fixed)
{
    private const int Small = 1_000;

    /// <summary>The size of the first page, or of a later one.</summary>
    public int Of(bool isFirst) => Fixed ?? (isFirst ? Small : PageLimit.Maximum);

    /// <summary>The limit to ask for: one more than new items, where the page begins with the last item of the page before.</summary>
    public int Limit(bool isFirst, int overlap) => Math.Min(Of(isFirst) + overlap, PageLimit.Maximum);
}
