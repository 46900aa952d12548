namespace LogItems;

/// <summary>A page as it is asked for.</summary>
/// <param name="Offset">How many items stand before it.</param>
/// <param name="Limit">How many items it may have.</param>
/// <param name="Mark">The item that it has to begin with: the last one of the page before; null where there is none to go by.</param>
/// <param name="IsBack">Whether it has to begin with some item that was delivered, as it goes back to where those are.</param>
internal readonly record struct PageRequest(int Offset, int Limit, Guid? Mark, bool IsBack = false)
{
    /// <summary>Whether two requests ask for the same.</summary>
    public bool IsSameAs(PageRequest other) => (Offset, Limit) == (other.Offset, other.Limit);

    /// <summary>The request after this one, if its page has so many items: it begins with the last of them.</summary>
    public PageRequest Next(int count, PageSizes sizes)
    {
        var overlap = sizes.HasRoomForOverlap ? 1 : 0;
        return new(Offset + count - overlap, sizes.Limit(isFirst: false, overlap), null);
    }

    /// <summary>Whether the page that was answered is the last one: by the <c>next</c> link where there are links, else by its not being full.</summary>
    public bool IsLast<T>(IPage<T> page, int count) =>
        count == 0
        || (page.Links.Count > 0 ? !page.Links.ContainsKey("next")
            : page.IsBareArray ? count != Limit
            : count < (page.Limit ?? Limit));
}
