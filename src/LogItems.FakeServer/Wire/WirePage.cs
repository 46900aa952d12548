namespace LogItems.FakeServer.Wire;

/// <summary>A part of a list and what is said about it.</summary>
/// <param name="Href">The address of the list, without a query.</param>
/// <param name="SetId">The id of the list; v6 and later write it.</param>
/// <param name="TotalCount">How many entries the list has; v6 and v7 write it.</param>
/// <param name="Rest">The entries from the offset on, to the end of the list.</param>
internal sealed record WirePage<T>(string Href, Guid SetId, int TotalCount, IEnumerable<T> Rest)
{
    /// <summary>Awaited before each entry, with its place in the list; null for nothing.</summary>
    public Func<long, ValueTask>? BeforeEntry { get; init; }
}
