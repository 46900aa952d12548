using System.Text.Json;
using LogItems.FakeServer.Hosting;
using LogItems.FakeServer.Querying;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes a list: v2 as a bare array of everything, later versions as a page.</summary>
internal static class PageWriter
{
    public static Task WriteAsync<T>(FakeCall call, PageQuery query, WirePage<T> page, Action<Utf8JsonWriter, T> writeEntry) =>
        call.Version < ApiVersion.V3
            ? WriteArrayAsync(call, page.Rest, writeEntry)
            : WritePageAsync(call, query, page, writeEntry);

    public static Task WriteArrayAsync<T>(FakeCall call, IEnumerable<T> entries, Action<Utf8JsonWriter, T> writeEntry) =>
        call.SendAsync(async stream =>
        {
            stream.Json.WriteStartArray();
            foreach (var entry in entries)
            {
                writeEntry(stream.Json, entry);
                await stream.RelieveAsync();
            }

            stream.Json.WriteEndArray();
        });

    private static Task WritePageAsync<T>(
        FakeCall call, PageQuery query, WirePage<T> page, Action<Utf8JsonWriter, T> writeEntry) =>
        call.SendAsync(async stream =>
        {
            stream.Json.WriteStartObject();
            WriteHead(stream.Json, call.Version, query, page);
            stream.Json.WriteStartArray("results"u8);
            using var entries = page.Rest.GetEnumerator();
            var written = 0;
            while (written < query.Limit && entries.MoveNext())
            {
                writeEntry(stream.Json, entries.Current);
                written++;
                await stream.RelieveAsync();
            }

            stream.Json.WriteEndArray();
            var hasNext = written == query.Limit && entries.MoveNext();
            WriteLinks(stream.Json, query, page.Href, hasNext);
            stream.Json.WriteEndObject();
        });

    private static void WriteHead<T>(Utf8JsonWriter json, ApiVersion version, PageQuery query, WirePage<T> page)
    {
        json.WriteNumber("offset"u8, query.Offset);
        json.WriteNumber("limit"u8, query.Limit);
        if (version >= ApiVersion.V6)
            json.WriteString("setId"u8, page.SetId);
        if (version is ApiVersion.V6 or ApiVersion.V7)
            json.WriteNumber("totalCount"u8, page.TotalCount);
    }

    private static void WriteLinks(Utf8JsonWriter json, PageQuery query, string href, bool hasNext)
    {
        json.WriteStartObject("_links"u8);
        WireLinks.Write(json, "self", href + query.ToQueryString(query.Offset));
        if (hasNext)
            WireLinks.Write(json, "next", href + query.ToQueryString(query.Offset + query.Limit));
        json.WriteEndObject();
    }
}
