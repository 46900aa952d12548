using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Querying;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes a list: as a page, or as a bare array of everything in versions without pages.</summary>
internal static partial class PageWriter
{
    public static Task WriteAsync<T>(FakeCall call, PageQuery query, WirePage<T> page, Action<Utf8JsonWriter, T> writeEntry) =>
        call.SendAsync(async stream =>
        {
            WriteStart(stream.Json, call.Version, query, page);
            var hasNext = await WriteEntriesAsync(stream, query, page, writeEntry);
            WriteEnd(stream.Json, query, page, hasNext);
        });

    /// <summary>Writes everything as a bare array, whatever the version.</summary>
    public static Task WriteArrayAsync<T>(FakeCall call, IEnumerable<T> entries, Action<Utf8JsonWriter, T> writeEntry) =>
        call.SendAsync(async stream =>
        {
            stream.Json.WriteStartArray();
            foreach (var entry in entries)
            {
                writeEntry(stream.Json, entry);
                await stream.FlushIfNeededAsync();
            }

            stream.Json.WriteEndArray();
        });

    /// <returns>Whether more entries follow.</returns>
    private static async Task<bool> WriteEntriesAsync<T>(
        JsonStream stream, PageQuery query, WirePage<T> page, Action<Utf8JsonWriter, T> writeEntry)
    {
        using var entries = page.Rest.GetEnumerator();
        var written = 0;
        while (written < query.Limit && entries.MoveNext())
        {
            if (page.BeforeEntry is { } gate)
            {
                var place = (long)query.Offset + written;
                await stream.FlushAndWaitAsync(() => gate(place));
            }

            writeEntry(stream.Json, entries.Current);
            written++;
            await stream.FlushIfNeededAsync();
        }

        return written == query.Limit && entries.MoveNext();
    }

    /// <summary>Writes everything before the first entry.</summary>
    private static void WriteStart<T>(Utf8JsonWriter json, ApiVersion version, PageQuery query, WirePage<T> page)
    {
        if (query.IsArray)
        {
            json.WriteStartArray();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("offset"u8, query.Offset);
        json.WriteNumber("limit"u8, query.Limit);
        if (page.Schema.Has("setId", version))
        {
            json.WriteString("setId"u8, page.SetId);
        }

        if (page.Schema.Has("totalCount", version))
        {
            json.WriteNumber("totalCount"u8, page.TotalCount);
        }

        json.WriteStartArray("results"u8);
    }

    /// <summary>Writes everything after the last entry.</summary>
    private static void WriteEnd<T>(Utf8JsonWriter json, PageQuery query, WirePage<T> page, bool hasNext)
    {
        json.WriteEndArray();
        if (query.IsArray)
        {
            return;
        }

        json.WriteStartObject("_links"u8);
        WireLinks.Write(json, "self", page.Href + query.ToQueryString(query.Offset));
        if (hasNext)
        {
            WireLinks.Write(json, "next", page.Href + query.ToQueryString(query.Offset + query.Limit));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
