using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>A part of a list and its metadata.</summary>
/// <param name="Schema">The schema of the page, which determines the properties in each version.</param>
/// <param name="Href">The address of the list, without a query.</param>
/// <param name="SetId">The ID of the list.</param>
/// <param name="TotalCount">The number of entries in the list.</param>
/// <param name="Rest">The entries from the offset on, to the end of the list.</param>
internal sealed record WirePage<T>(ContractSchema Schema, string Href, Guid SetId, int TotalCount, IEnumerable<T> Rest)
{
    /// <summary>Awaited before each entry, with its index in the list; null for none.</summary>
    public Func<long, ValueTask>? BeforeEntry { get; init; }
}
