using System.Globalization;
using System.Text.Json;
using LogItems.Monitoring;
using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Job sessions as output records. Values that the API version does not have are null. New fields are added at the end.</summary>
internal static class JobSessionLayout
{
    /// <param name="jobName">Finds the name of a session's job; null if it is unknown.</param>
    public static RecordLayout<JobSession> Create(Func<JobSession, string?> jobName) => new(
        "session",
        "sessions",
        [
            RecordFields.Id<JobSession>("id", session => session.Id),
            RecordFields.Text<JobSession>("status", session => session.StatusText),
            RecordFields.Text<JobSession>("details", session => session.Details),
            RecordFields.Time<JobSession>("startedAt", session => session.StartedAt),
            RecordFields.Time<JobSession>("endedAt", session => session.EndedAt),
            RecordFields.Text<JobSession>("jobType", session => session.JobTypeText),
            RecordFields.Links<JobSession>("links", session => session.Links),
            RecordFields.Duration<JobSession>("duration", session => session.Duration),
            RecordFields.Issues<JobSession>(),
            RecordFields.AdditionalProperties<JobSession>(session => session.AdditionalProperties),
            RecordFields.Id<JobSession>("jobId", session => session.GetJobId() ?? Guid.Empty),
            RecordFields.Text("jobName", jobName),
            RecordFields.Json<JobSession>("statistics", (json, session) => WriteStatistics(json, session.Statistics)),
            RecordFields.Number<JobSession>("progress", session => session.Progress),
            RecordFields.Number<JobSession>("retryCount", session => session.RetryCount),
            RecordFields.Flag<JobSession>("jobWillBeRetried", session => session.JobWillBeRetried),
            RecordFields.Id<JobSession>("mainSessionId", session => session.MainSessionId ?? Guid.Empty),
            RecordFields.Text<JobSession>("jobSessionConfigType", session => session.JobSessionConfigType?.ToString()),
            RecordFields.Id<JobSession>("repositoryId", session => session.RepositoryId ?? Guid.Empty),
            RecordFields.Id<JobSession>("proxyId", session => session.ProxyId ?? Guid.Empty),
            RecordFields.Id<JobSession>("proxyPoolId", session => session.ProxyPoolId ?? Guid.Empty),
            RecordFields.Number<JobSession>("eTag", session => session.ETag),
        ],
        [
            new("ID", 36, session => RecordText.Id(session.Id) ?? ""),
            new("STATUS", 7, session => session.StatusText ?? "", session => StyleOf(session.Status)),
            new("STARTED", 26, session => RecordText.Clock(session.StartedAt)) {
                NarrowWidth = 19,
                NarrowText = session => RecordText.ShortClock(session.StartedAt) },
            new("DURATION", 12, session => RecordText.Duration(session.Duration, session.IsRunning)),
            new("TRANSFERRED", 11, session => Transferred(session.Statistics)) { IsRight = true },
            new("RATE", 10, session => Rate(session.Statistics)) { IsRight = true },
            new("OBJECTS", 8, session => Objects(session.Statistics)) { IsRight = true },
            new("BOTTLENECK", 10, session => session.Statistics?.BottleneckText ?? ""),
            new("JOB", 0, session => jobName(session) ?? ""),
        ]);

    private static string Transferred(JobSessionStatistics? statistics) =>
        statistics?.TransferredBytes is { } bytes ? RecordText.Bytes(bytes) : statistics?.TransferredData ?? "";

    /// <summary>The rate in bytes; the text as sent if it cannot be parsed.</summary>
    private static string Rate(JobSessionStatistics? statistics) =>
        statistics?.ProcessingRateBytesPerSecond is { } rate ? RecordText.Rate(rate) : statistics?.ProcessingRate ?? "";

    private static string Objects(JobSessionStatistics? statistics) => statistics?.ProcessedObjects?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Writes an object with the numbers and the texts of v2; null if the session has no statistics.</summary>
    private static void WriteStatistics(Utf8JsonWriter json, JobSessionStatistics? statistics)
    {
        if (statistics is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteNumber("processingRateBytesPS", statistics.ProcessingRateBytesPerSecond);
        WriteNumber("processingRateItemsPS", statistics.ProcessingRateItemsPerSecond);
        WriteNumber("readRateBytesPS", statistics.ReadRateBytesPerSecond);
        WriteNumber("writeRateBytesPS", statistics.WriteRateBytesPerSecond);
        WriteNumber("transferredDataBytes", statistics.TransferredBytes);
        WriteNumber("processedObjects", statistics.ProcessedObjects);
        WriteText("bottleneck", statistics.BottleneckText);
        WriteText("processingRate", statistics.ProcessingRate);
        WriteText("readRate", statistics.ReadRate);
        WriteText("writeRate", statistics.WriteRate);
        WriteText("transferredData", statistics.TransferredData);
        json.WriteEndObject();

        void WriteNumber(string name, long? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
        }

        void WriteText(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }

    /// <summary>The color of a state.</summary>
    public static Style? StyleOf(JobSessionStatus? status) => status switch
    {
        JobSessionStatus.Success => new Style(Color.Green),
        JobSessionStatus.Warning => new Style(Color.Yellow),
        JobSessionStatus.Failed => new Style(Color.Red, decoration: Decoration.Bold),
        JobSessionStatus.Running => new Style(Color.Aqua),
        _ => default(Style?),
    };
}
