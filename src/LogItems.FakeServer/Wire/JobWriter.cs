using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes jobs, as far as they are known from their sessions, with exactly the fields that one version has.</summary>
internal sealed class JobWriter(ApiVersion version, WireLinks links)
{
    private readonly SchemaWriter _job = new(Schemas.Job, version);

    public void Write(Utf8JsonWriter json, IGrouping<Guid, FakeSession> job)
    {
        var last = job.MaxBy(session => session.CreationTime)!;
        json.WriteStartObject();
        _job.Id(json, "id", job.Key);
        _job.Text(json, "name", last.JobName);
        _job.Text(json, "backupType", "SelectedItems");
        _job.Id(json, "repositoryId", last.RepositoryId);
        _job.Time(json, "lastRun", last.CreationTime);
        _job.Time(json, "nextRun", last.CreationTime.AddDays(1));
        _job.Time(json, "lastBackup", last.EndTime);
        _job.Flag(json, "isEnabled", true);
        _job.Text(json, "lastStatus", last.Status);
        _job.Number(json, "eTag", last.ETag);
        json.WriteStartObject("_links"u8);
        WireLinks.Write(json, "self", links.Job(last));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
