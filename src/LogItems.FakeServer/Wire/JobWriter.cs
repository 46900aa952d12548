using System.Text.Json;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes jobs, as far as their sessions show them, with exactly the properties that one version has.</summary>
internal sealed class JobWriter(ApiVersion version, WireLinks links)
{
    private readonly SchemaWriter _job = new(Schemas.Job, version);

    public void Write(Utf8JsonWriter json, IGrouping<Guid, FakeSession> job)
    {
        var last = job.MaxBy(session => session.CreationTime)!;
        json.WriteStartObject();
        _job.Id(json, "id", job.Key);
        _job.Text(json, "name", $"Job {job.Key}");
        json.WriteTime("lastRun"u8, last.CreationTime);
        _job.Text(json, "lastStatus", last.Status);
        _job.Text(json, "backupType", "SelectedItems");
        _job.Id(json, "repositoryId", last.RepositoryId);
        _job.Flag(json, "isEnabled", true);
        _job.Number(json, "eTag", last.ETag);
        json.WriteStartObject("_links"u8);
        WireLinks.Write(json, "self", links.Job(last));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
