using System.Globalization;
using LogItems.FakeServer.Hosting;

namespace LogItems.FakeServer.Querying;

/// <summary>Which part of a list is asked for, and the filters that the link to the next part repeats.</summary>
internal sealed record PageQuery(int Offset, int Limit, IReadOnlyList<KeyValuePair<string, string>> Filters)
{
    private const int DefaultLimit = 30;
    private const int MaxLimit = 10_000;

    // v2 knows no query: whatever is asked for, it answers everything.
    private static readonly PageQuery Everything = new(0, int.MaxValue, []);

    /// <summary>Reads offset and limit, and keeps those of the named filters that were given.</summary>
    public static PageQuery Read(FakeCall call, params ReadOnlySpan<string> filters)
    {
        if (call.Version < ApiVersion.V3)
            return Everything;
        var kept = new List<KeyValuePair<string, string>>();
        foreach (var name in filters)
        {
            if (call.Parameters.Text(name) is { } value)
                kept.Add(new(name, value));
        }

        return new PageQuery(
            call.Parameters.Number("offset", 0, int.MaxValue) ?? 0,
            call.Parameters.Number("limit", 1, MaxLimit) ?? DefaultLimit,
            kept);
    }

    public string ToQueryString(int offset)
    {
        var paging = string.Create(CultureInfo.InvariantCulture, $"?offset={offset}&limit={Limit}");
        return paging + string.Concat(Filters.Select(filter => $"&{filter.Key}={Uri.EscapeDataString(filter.Value)}"));
    }
}
