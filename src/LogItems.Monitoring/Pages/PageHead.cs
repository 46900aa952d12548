using System.Globalization;
using System.Text.Json;

namespace LogItems.Monitoring.Pages;

/// <summary>The data of a page except the columns of the items.</summary>
internal static class PageHead
{
    public static byte[] Write(SessionReport report, ItemColumns columns)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("title", string.Create(
                CultureInfo.InvariantCulture,
                $"{Local(report.Failures.Since, report):yyyy-MM-dd HH:mm} to {Local(report.Failures.Until, report):yyyy-MM-dd HH:mm}"));
            json.WriteNumber("start", report.Origin.ToUnixTimeMilliseconds());
            json.WriteNumber("end", ItemColumns.Milliseconds(report.End - report.Origin));
            WriteOffsets(json, report);
            WriteTexts(json, "notices", report.Notices);
            json.WriteNumber("items", columns.Count);
            WriteTexts(json, "jobs", Jobs(report));
            WriteTexts(json, "texts", columns.Texts);
            WriteTexts(json, "lanes", columns.Lanes);
            json.WriteStartArray("laneOfText");
            columns.LaneOfText.ForEach(lane => json.WriteNumberValue(lane));
            json.WriteEndArray();
            WriteSessions(json, report);
            WriteGroups(json, report.Failures.Groups);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static List<string> Jobs(SessionReport report) => [.. report.Sessions.Select(session => session.Job).Distinct().Order(StringComparer.Ordinal)];

    private static DateTimeOffset Local(DateTimeOffset time, SessionReport report) => TimeZoneInfo.ConvertTime(time, report.Zone);

    /// <summary>Writes the offset from UTC in minutes at the start, and at each change: with daylight saving time, at a quarter of an hour.</summary>
    private static void WriteOffsets(Utf8JsonWriter json, SessionReport report)
    {
        var offset = report.Zone.GetUtcOffset(report.Origin);
        json.WriteNumber("offset", (int)offset.TotalMinutes);
        json.WriteStartArray("shifts");
        for (var time = Quarter(report.Origin); time <= report.End; time += TimeSpan.FromMinutes(15))
        {
            if (report.Zone.GetUtcOffset(time) is var other && other != offset)
            {
                offset = other;
                json.WriteStartArray();
                json.WriteNumberValue(ItemColumns.Milliseconds(time - report.Origin));
                json.WriteNumberValue((int)offset.TotalMinutes);
                json.WriteEndArray();
            }
        }

        json.WriteEndArray();
    }

    private static DateTimeOffset Quarter(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % (TimeSpan.TicksPerMinute * 15)), TimeSpan.Zero);

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteSessions(Utf8JsonWriter json, SessionReport report)
    {
        var jobs = Jobs(report);
        json.WriteStartArray("sessions");
        foreach (var (session, job, items) in report.Sessions)
        {
            json.WriteStartObject();
            json.WriteNumber("job", jobs.IndexOf(job));
            json.WriteString("status", session.StatusText ?? "Unknown");
            json.WriteNumber("start", ItemColumns.Milliseconds((session.StartedAt ?? report.Origin) - report.Origin));
            WriteNumber(json, "end", session.EndedAt is { } end ? ItemColumns.Milliseconds(end - report.Origin) : null);
            WriteNumber(json, "bytes", session.Statistics?.TransferredBytes);
            json.WriteNumber("items", items.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGroups(Utf8JsonWriter json, IReadOnlyList<FailureGroup> groups)
    {
        json.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString("level", group.Level.ToString());
            json.WriteString("trend", group.Trend.ToString().ToLowerInvariant());
            json.WriteNumber("count", group.Count);
            json.WriteNumber("before", group.CountBefore);
            json.WriteNumber("nights", group.Nights);
            json.WriteString("object", ObjectOf(group));
            json.WriteString("cause", group.Cause ?? group.LastText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The object of a group; failures without an object belong to a job.</summary>
    private static string ObjectOf(FailureGroup group) =>
        group.ObjectName is { } name ? $"{group.ObjectKind} {name}" : group is { Objects: 0, Jobs: [var job] } ? $"Job {job}" : "";

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
