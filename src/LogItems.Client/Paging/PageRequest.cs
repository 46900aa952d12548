namespace LogItems;

/// <summary>A page as it is asked for.</summary>
/// <param name="Offset">How many items stand before it.</param>
/// <param name="Limit">How many items it may have.</param>
/// <param name="Mark">The item that it has to begin with: the last one of the page before; null where there is none to go by.</param>
internal readonly record struct PageRequest(int Offset, int Limit, Guid? Mark)
{
    /// <summary>Whether two requests ask for the same.</summary>
    public bool IsSameAs(PageRequest other) => (Offset, Limit) == (other.Offset, other.Limit);

    /// <summary>The request after this one, if this one's page is full: it begins with the last item of this one's page.</summary>
    public PageRequest Next(PageSizes sizes)
    {
        var overlap = sizes.HasRoomForOverlap ? 1 : 0;
        return new(Offset + Limit - overlap, sizes.Limit(isFirst: false, overlap), null);
    }
}
