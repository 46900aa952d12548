using System.Globalization;
using System.Text.Json;
using LogItems.Monitoring;
using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Groups of failures as output records. New fields are added at the end.</summary>
internal static class FailureLayout
{
    private static readonly RecordColumn<FailureGroup> Job = new("JOB", 24, group => string.Join(", ", group.Jobs));
    private static readonly RecordColumn<FailureGroup> Session = new("SESSION", 36, group => group.SessionId?.ToString() ?? "");

    private static readonly RecordField<FailureGroup>[] Fields =
    [
        RecordFields.Text<FailureGroup>("level", group => group.Level.ToString()),
        RecordFields.Text<FailureGroup>("trend", Trend),
        RecordFields.Number<FailureGroup>("count", group => group.Count),
        RecordFields.Number<FailureGroup>("countBefore", group => group.CountBefore),
        RecordFields.Number<FailureGroup>("nights", group => group.Nights),
        RecordFields.Number<FailureGroup>("nightsBefore", group => group.NightsBefore),
        RecordFields.Number<FailureGroup>("sessions", group => group.Sessions),
        RecordFields.Time<FailureGroup>("firstSeen", group => group.FirstSeen),
        RecordFields.Time<FailureGroup>("lastSeen", group => group.LastSeen),
        RecordFields.Text<FailureGroup>("objectKind", group => group.ObjectKind?.ToString()),
        RecordFields.Text<FailureGroup>("objectName", group => group.ObjectName),
        RecordFields.Text<FailureGroup>("objectAddress", group => group.ObjectAddress),
        RecordFields.Number<FailureGroup>("objects", group => group.Objects),
        RecordFields.Text<FailureGroup>("cause", group => group.Cause),
        RecordFields.Number<FailureGroup>("causes", group => group.Causes),
        RecordFields.Json<FailureGroup>("jobs", WriteJobs),
        RecordFields.Id<FailureGroup>("sessionId", group => group.SessionId ?? Guid.Empty),
        RecordFields.Text<FailureGroup>("lastText", group => group.LastText),
        RecordFields.Id<FailureGroup>("lastSessionId", group => group.LastSessionId),
        RecordFields.Id<FailureGroup>("lastItemId", group => group.LastItemId),
        RecordFields.Text<FailureGroup>("server", group => group.Server),
    ];

    /// <param name="grouping">The grouping, which determines the columns of a table.</param>
    /// <param name="isFleet">Whether the groups are those of several servers.</param>
    public static RecordLayout<FailureGroup> Create(FailureGrouping grouping, bool isFleet = false) =>
        new("group of failures", "groups of failures", Fields, [.. Columns(grouping, isFleet)]);

    private static IEnumerable<RecordColumn<FailureGroup>> Columns(FailureGrouping grouping, bool isFleet)
    {
        if (isFleet)
        {
            yield return new("SERVER", 20, group => group.Server ?? "");
        }

        yield return new("LEVEL", 7, group => group.Level.ToString(), group => LogItemLayout.StyleOf(group.Level));
        yield return new("TREND", 9, Trend, group => group.Trend == FailureTrend.New ? new Style(decoration: Decoration.Bold) : default(Style?));
        yield return new("COUNT", 7, group => Number(group.Count)) { IsRight = true };
        yield return new("BEFORE", 7, group => Number(group.CountBefore)) { IsRight = true };
        yield return new("NIGHTS", 6, group => Number(group.Nights)) { IsRight = true };
        yield return new("LAST SEEN", 26, group => RecordText.Clock(group.LastSeen)) {
            NarrowWidth = 19,
            NarrowText = group => RecordText.ShortClock(group.LastSeen) };
        if (grouping.HasFlag(FailureGrouping.Session))
        {
            yield return Session;
        }

        if ((grouping & (FailureGrouping.Session | FailureGrouping.Job)) != 0)
        {
            yield return Job;
        }

        // Groups without an object belong to a job, and would be indistinguishable without its name.
        var namesJob = grouping.HasFlag(FailureGrouping.Object) && (grouping & (FailureGrouping.Session | FailureGrouping.Job)) == 0;
        yield return new("OBJECT", 36, group => namesJob && group is { Objects: 0, Jobs: [var job] } ? $"Job {job}" : Object(group));
        yield return new("CAUSE", 0, group => group.Cause ?? $"{Number(group.Causes)} causes");
    }

    private static string Trend(FailureGroup group) => group.Trend.ToString().ToLowerInvariant();

    private static string Object(FailureGroup group) =>
        group.ObjectName is { } name
            ? $"{group.ObjectKind} {name}"
            : group.Objects == 0 ? "" : $"{Number(group.Objects)} {(group.Objects == 1 ? "object" : "objects")}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void WriteJobs(Utf8JsonWriter json, FailureGroup group)
    {
        json.WriteStartArray();
        foreach (var job in group.Jobs)
        {
            json.WriteStringValue(job);
        }

        json.WriteEndArray();
    }
}
