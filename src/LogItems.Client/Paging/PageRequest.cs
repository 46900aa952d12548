namespace LogItems;

/// <summary>A page as it is asked for.</summary>
/// <param name="Offset">How many items stand before it.</param>
/// <param name="Limit">How many items it may have.</param>
internal readonly record struct PageRequest(int Offset, int Limit)
{
    /// <summary>The request after this one, if this one's page is full: it begins with the last item of this one's page.</summary>
    public PageRequest Next(PageSizes sizes) => new(Offset + Limit - 1, sizes.Limit(isFirst: false, overlap: 1));
}
