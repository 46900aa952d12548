using LogItems.Models;

namespace LogItems.Paging;

/// <summary>What tells pages apart: their first and last items and how many there are.</summary>
internal sealed record PageShape
{
    public (Guid Id, DateTimeOffset Time)? First { get; private set; }

    public (Guid Id, DateTimeOffset Time)? Last { get; private set; }

    public int Count { get; private set; }

    /// <summary>The last item as a mark for the next page to begin with; null where its identifier could not be read.</summary>
    public Guid? Mark => Last is { } last && last.Id != Guid.Empty ? last.Id : null;

    public void Add<T>(List<T> items)
        where T : IPaged
    {
        if (items.Count > 0)
        {
            First ??= (items[0].Id, items[0].CreationTime);
            Last = (items[^1].Id, items[^1].CreationTime);
            Count += items.Count;
        }
    }
}
