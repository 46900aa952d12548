using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Calls;

/// <summary>The links that one version writes into the response to one request.</summary>
internal sealed class WireLinks
{
    private readonly string _root;
    private readonly bool _lowerCase;
    private readonly bool _hasDeadLogLinks;

    public WireLinks(ApiVersion version, HttpRequest request)
    {
        var origin = VersionDifferences.HasAbsoluteLinks(version) ? $"{request.Scheme}://{request.Host}" : string.Empty;
        _root = $"{origin}/{version.ToPathSegment()}";
        _lowerCase = VersionDifferences.HasLowerCaseLinks(version);
        _hasDeadLogLinks = VersionDifferences.HasDeadLogLinks(version);
    }

    public string JobSessions => $"{_root}/{Cased("JobSessions")}";

    public string Jobs => $"{_root}/{Cased("Jobs")}";

    public string DataRetrievalSessions => $"{_root}/{Cased("DataRetrievalSessions")}";

    public string Session(FakeSession session) =>
        session.Kind == FakeSessionKind.Job
            ? $"{JobSessions}/{session.Id}"
            : $"{DataRetrievalSessions}/{session.Id}";

    public string LogItems(FakeSession session) => $"{Session(session)}/{Cased("LogItems")}";

    /// <summary>The session's <c>log</c> link, which does not work in some versions.</summary>
    public string Log(FakeSession session) => _hasDeadLogLinks ? $"{Session(session)}/log" : LogItems(session);

    public string Job(FakeSession session) => $"{Jobs}/{session.JobId}";

    public string ProcessedObjects(FakeSession session) => $"{Session(session)}/{Cased("ProcessedObjects")}";

    public string SessionsOfJob(Guid jobId) => $"{Jobs}/{jobId}/{Cased("JobSessions")}";

    /// <summary>Writes one link of <c>_links</c>.</summary>
    public static void Write(Utf8JsonWriter json, string name, string href)
    {
        json.WriteStartObject(name);
        json.WriteString("href"u8, href);
        json.WriteEndObject();
    }

    private string Cased(string segment) => _lowerCase ? segment.ToLowerInvariant() : segment;
}
