using System.Globalization;
using LogItems.FakeServer.Calls;

namespace LogItems.FakeServer.Querying;

/// <summary>The requested page of a list, and the filters that the link to the next page repeats.</summary>
internal sealed record PageQuery(int Offset, int Limit, IReadOnlyList<KeyValuePair<string, string>> Filters)
{
    private const string OffsetName = "offset";
    private const string LimitName = "limit";

    /// <summary>Gets whether the list is a bare array of everything, in versions without pages.</summary>
    public bool IsArray { get; private init; }

    /// <summary>Reads offset and limit, and keeps the filters of the request that the version supports.</summary>
    public static PageQuery Read(FakeCall call)
    {
        if (!call.Operation.ObjectBodies.Includes(call.Version) || call.Operation.Parameter(LimitName, call.Version) is null)
        {
            return new PageQuery(0, int.MaxValue, []) { IsArray = call.Operation.ArrayBodies.Includes(call.Version) };
        }

        var filters =
            from parameter in call.Operation.Parameters
            where parameter.Name is not (OffsetName or LimitName)
            let value = call.Parameters.Text(parameter.Name)
            where value is not null
            select KeyValuePair.Create(parameter.Name, value);
        return new PageQuery(call.Parameters.Number(OffsetName)!.Value, call.Parameters.Number(LimitName)!.Value, [.. filters]);
    }

    public string ToQueryString(int offset)
    {
        var paging = string.Create(CultureInfo.InvariantCulture, $"?offset={offset}&limit={Limit}");
        return paging + string.Concat(Filters.Select(filter => $"&{filter.Key}={Uri.EscapeDataString(filter.Value)}"));
    }
}
