using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes data retrieval sessions with exactly the fields that one version has.</summary>
internal sealed class DataRetrievalSessionWriter(ApiVersion version, WireLinks links)
{
    private readonly SchemaWriter _session = new(Schemas.DataRetrievalSession, version);

    public void Write(Utf8JsonWriter json, FakeSession session)
    {
        var outcome = session.Outcome;
        json.WriteStartObject();
        _session.Id(json, "id", session.Id);
        _session.Text(json, "name", session.Details ?? "Data retrieval");
        _session.Id(json, "retrievalId", session.JobId);
        _session.Id(json, "repositoryId", session.RepositoryId);
        json.WriteTime("creationTime"u8, session.CreationTime);
        json.WriteEndTime(outcome.EndTime, version, Schemas.DataRetrievalSession);
        _session.Number(json, "progress", session.Progress);
        _session.Number(json, "processedObjects", session.Statistics.ProcessedObjects);
        _session.Text(json, "type", "Retrieve");
        _session.Text(json, "status", outcome.Status);
        _session.Id(json, "proxyId", session.ProxyId);
        _session.Id(json, "proxyPoolId", session.ProxyPoolId);
        json.WriteStartObject("_links"u8);
        WireLinks.Write(json, "self", links.Session(session));
        WireLinks.Write(json, "log", links.LogItems(session));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
