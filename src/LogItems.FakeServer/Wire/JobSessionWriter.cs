using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes job sessions with exactly the properties that one version has.</summary>
internal sealed class JobSessionWriter(ApiVersion version, WireLinks links)
{
    private readonly SchemaWriter _session = new(Schemas.JobSession, version);

    public void Write(Utf8JsonWriter json, FakeSession session)
    {
        var outcome = session.Outcome;
        json.WriteStartObject();
        _session.Id(json, "id", session.Id);
        _session.Id(json, "jobId", session.JobId);
        _session.Id(json, "repositoryId", session.RepositoryId);
        _session.Id(json, "mainSessionId", session.MainSessionId);
        _session.Text(json, "details", session.Details);
        json.WriteTime("creationTime"u8, session.CreationTime);
        json.WriteEndTime(outcome.EndTime, version, Schemas.JobSession);
        _session.Number(json, "retryCount", session.RetryCount);
        _session.Flag(json, "jobWillBeRetried", session.JobWillBeRetried);
        _session.Number(json, "progress", session.Progress);
        _session.Text(json, "jobType", session.JobType);
        _session.Text(json, "jobSessionConfigType", session.JobSessionConfigType);
        _session.Text(json, "status", outcome.Status);
        StatisticsWriter.Write(json, session.Statistics, version);
        _session.Number(json, "eTag", session.ETag);
        WriteLinks(json, session);
        _session.Id(json, "proxyId", session.ProxyId);
        _session.Id(json, "proxyPoolId", session.ProxyPoolId);
        json.WriteEndObject();
    }

    private void WriteLinks(Utf8JsonWriter json, FakeSession session)
    {
        json.WriteStartObject("_links"u8);
        WireLinks.Write(json, "self", links.Session(session));
        WireLinks.Write(json, "log", links.Log(session));
        WireLinks.Write(json, "job", links.Job(session));
        json.WriteEndObject();
    }
}
