using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;

namespace LogItems.FakeServer.Querying;

/// <summary>The requested items of a session and their order.</summary>
/// <remarks>In versions without order, items come as they were added.</remarks>
internal sealed record LogItemQuery(PageQuery Page, string? Type, bool? Ascending)
{
    private const string OrderAsc = "orderAsc";

    public static LogItemQuery Read(FakeCall call)
    {
        bool? ascending = call.Operation.Parameter(OrderAsc, call.Version) is null ? null : call.Parameters.Flag(OrderAsc) ?? true;
        return new LogItemQuery(PageQuery.Read(call), call.Parameters.Word("type"), ascending);
    }

    /// <summary>Gets whether all items are requested, in their own order.</summary>
    public bool IsUnfiltered => Type is null && Ascending is not false;

    /// <summary>All items, in chronological order if the version supports an order.</summary>
    public LogItemSnapshot Order(LogItemSnapshot items) => Ascending is null ? items : items.InTimeOrder();

    /// <summary>The matching ordered items, from the page's offset on.</summary>
    public IEnumerable<FakeLogItem> Rest(LogItemSnapshot ordered)
    {
        var indexes = Type is null
            ? Indexes(ordered.Count, Page.Offset)
            : Indexes(ordered.Count, 0).Where(index => ordered.TypeAt(index) == Type).Skip(Page.Offset);
        return indexes.Select(index => ordered[index]);
    }

    private IEnumerable<int> Indexes(int count, int from)
    {
        for (var position = from; position < count; position++)
        {
            yield return Ascending is false ? count - 1 - position : position;
        }
    }
}
