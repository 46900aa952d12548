using System.Text.Json;

namespace LogItems.FakeServer.Wire;

/// <summary>Writes job sessions with exactly the fields that one version has.</summary>
/// <remarks>The printed sessions of v2, v3 and v5 have neither details nor retryCount.</remarks>
internal sealed class JobSessionWriter(ApiVersion version, WireLinks links)
{
    public void Write(Utf8JsonWriter json, FakeSession session)
    {
        var outcome = session.Outcome;
        json.WriteStartObject();
        WriteIds(json, session);
        WriteDetails(json, session);
        json.WriteTime("creationTime"u8, session.CreationTime);
        json.WriteEndTime(outcome.EndTime, version);
        WriteRetry(json, session);
        json.WriteNumber("progress"u8, session.Progress);
        if (version >= ApiVersion.V7)
            json.WriteString("jobType"u8, session.JobType);
        if (version >= ApiVersion.V8)
            json.WriteString("jobSessionConfigType"u8, session.JobSessionConfigType);
        json.WriteString("status"u8, outcome.Status);
        WriteStatistics(json, session.Statistics);
        if (version >= ApiVersion.V8)
            json.WriteNumber("eTag"u8, session.ETag);
        WriteLinks(json, session);
        WriteProxy(json, session);
        json.WriteEndObject();
    }

    private void WriteIds(Utf8JsonWriter json, FakeSession session)
    {
        json.WriteString("id"u8, session.Id);
        if (version >= ApiVersion.V8)
            json.WriteString("jobId"u8, session.JobId);
        if (version < ApiVersion.V7)
            return;
        json.WriteString("repositoryId"u8, session.RepositoryId);
        json.WriteString("mainSessionId"u8, session.MainSessionId);
    }

    private void WriteDetails(Utf8JsonWriter json, FakeSession session)
    {
        if (HasNullable(ApiVersion.V6, session.Details is null))
            json.WriteString("details"u8, session.Details);
    }

    /// <summary>From v8 on, an unknown value is null; before, it is left out.</summary>
    private bool HasNullable(ApiVersion since, bool isNull) => version >= (isNull ? ApiVersion.V8 : since);

    private void WriteRetry(Utf8JsonWriter json, FakeSession session)
    {
        if (version < ApiVersion.V6)
            return;
        json.WriteNumber("retryCount"u8, session.RetryCount);
        if (!HasNullable(ApiVersion.V7, session.JobWillBeRetried is null))
            return;
        if (session.JobWillBeRetried is { } retried)
            json.WriteBoolean("jobWillBeRetried"u8, retried);
        else
            json.WriteNull("jobWillBeRetried"u8);
    }

    private static void WriteStatistics(Utf8JsonWriter json, FakeSessionStatistics statistics)
    {
        json.WriteStartObject("statistics"u8);
        json.WriteNumber("processingRateBytesPS"u8, statistics.ProcessingRateBytesPS);
        json.WriteNumber("processingRateItemsPS"u8, statistics.ProcessingRateItemsPS);
        json.WriteNumber("readRateBytesPS"u8, statistics.ReadRateBytesPS);
        json.WriteNumber("writeRateBytesPS"u8, statistics.WriteRateBytesPS);
        json.WriteNumber("transferredDataBytes"u8, statistics.TransferredDataBytes);
        json.WriteNumber("processedObjects"u8, statistics.ProcessedObjects);
        json.WriteString("bottleneck"u8, statistics.Bottleneck);
        json.WriteEndObject();
    }

    private void WriteLinks(Utf8JsonWriter json, FakeSession session)
    {
        json.WriteStartObject("_links"u8);
        WireLinks.Write(json, "self", links.Session(session));
        WireLinks.Write(json, "log", links.LogItems(session));
        WireLinks.Write(json, "job", links.Job(session));
        json.WriteEndObject();
    }

    private void WriteProxy(Utf8JsonWriter json, FakeSession session)
    {
        if (version < ApiVersion.V8)
            return;
        WriteOptionalId(json, "proxyId", session.ProxyId);
        WriteOptionalId(json, "proxyPoolId", session.ProxyPoolId);
    }

    private static void WriteOptionalId(Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } known)
            json.WriteString(name, known);
        else
            json.WriteNull(name);
    }
}
