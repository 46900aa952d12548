using System.Globalization;

namespace LogItems.Cli.Output;

/// <summary>Data retrieval sessions as output records. Values that the API version does not have are null. New fields are added at the end.</summary>
internal static class DataRetrievalSessionLayout
{
    public static RecordLayout<DataRetrievalSession> Instance { get; } = new(
        "data retrieval session",
        "data retrieval sessions",
        [
            RecordFields.Id<DataRetrievalSession>("id", session => session.Id),
            RecordFields.Text<DataRetrievalSession>("name", session => session.Name),
            RecordFields.Id<DataRetrievalSession>("retrievalId", session => session.RetrievalId ?? Guid.Empty),
            RecordFields.Text<DataRetrievalSession>("type", session => session.Type?.ToString()),
            RecordFields.Text<DataRetrievalSession>("status", session => session.StatusText),
            RecordFields.Time<DataRetrievalSession>("startedAt", session => session.StartedAt),
            RecordFields.Time<DataRetrievalSession>("endedAt", session => session.EndedAt),
            RecordFields.Duration<DataRetrievalSession>("duration", session => session.Duration),
            RecordFields.Number<DataRetrievalSession>("progress", session => session.Progress),
            RecordFields.Number<DataRetrievalSession>("processedObjects", session => session.ProcessedObjects),
            RecordFields.Id<DataRetrievalSession>("repositoryId", session => session.RepositoryId ?? Guid.Empty),
            RecordFields.Id<DataRetrievalSession>("proxyId", session => session.ProxyId ?? Guid.Empty),
            RecordFields.Id<DataRetrievalSession>("proxyPoolId", session => session.ProxyPoolId ?? Guid.Empty),
            RecordFields.Links<DataRetrievalSession>("links", session => session.Links),
            RecordFields.Issues<DataRetrievalSession>(),
            RecordFields.AdditionalProperties<DataRetrievalSession>(session => session.AdditionalProperties),
        ],
        [
            new("ID", 36, session => RecordText.Id(session.Id) ?? ""),
            new("STATUS", 7, session => session.StatusText ?? ""),
            new("STARTED", 26, session => RecordText.Clock(session.StartedAt)) {
                NarrowWidth = 19,
                NarrowText = session => RecordText.ShortClock(session.StartedAt) },
            new("DURATION", 12, session => RecordText.Duration(session.Duration, session.IsRunning)),
            new("OBJECTS", 8, session => session.ProcessedObjects?.ToString(CultureInfo.InvariantCulture) ?? "") { IsRight = true },
            new("NAME", 0, session => session.Name ?? ""),
        ]);
}
