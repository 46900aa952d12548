using LogItems.Export.Otlp.Wire;
using LogItems.Export.Records;
using LogItems.Monitoring;

namespace LogItems.Export.Otlp.Mapping;

/// <summary>A session as the root span of its trace, and the attributes that its items share.</summary>
internal sealed class OtlpSession(string server, ExportSession record, OtlpSinkOptions options)
{
    private readonly JobSession _session = record.Session;
    private readonly Guid? _jobId = record.Session.GetJobId();
    private readonly string? _jobType = record.Session.JobTypeText;

    public OtlpSinkOptions Options { get; } = options;

    public byte[] TraceId { get; } = OtlpIds.TraceOf(server, record.Session.Id);

    public ulong SpanId => OtlpIds.SpanOf(TraceId, _session.Id);

    /// <summary>A number that changes whenever the span changes.</summary>
    public ulong Version { get; } = RecordHash.VersionOf(record.Session);

    /// <summary>The identifier of the session in its state.</summary>
    public Guid RecordId => OtlpIds.RecordOf(TraceId, _session.Id, Version);

    /// <summary>Gets whether it has ended: only then is it exported as a span.</summary>
    public bool HasSpan => OtlpTime.Of(_session.EndedAt) > 0;

    /// <summary>Writes the span of the session.</summary>
    public static void WriteSpan(ProtoWriter writer, OtlpSession session)
    {
        var own = session._session;
        OtlpSpan.WriteIds(writer, session.TraceId, session.SpanId, parentId: 0);
        OtlpSpan.WriteName(writer, session.SpanName, own.StartedAt, own.EndedAt);
        var attributes = new OtlpAttributes(writer, OtlpSpan.Attributes, session.Options.MaxTextLength);
        session.WriteAttributes(attributes);
        attributes.Text("logitems.session.status", own.StatusText);
        attributes.Text("logitems.session.details", own.Details);
        attributes.Number("logitems.session.transferred_bytes", own.Statistics?.TransferredBytes);
        attributes.Number("logitems.session.processing_rate_bytes_per_second", own.Statistics?.ProcessingRateBytesPerSecond);
        attributes.Number("logitems.session.processing_rate_items_per_second", own.Statistics?.ProcessingRateItemsPerSecond);
        attributes.Text("logitems.session.bottleneck", own.Statistics?.BottleneckText);
        if (own.Status is JobSessionStatus.Failed or JobSessionStatus.Disconnected)
        {
            OtlpSpan.WriteError(writer, own.Details, session.Options.MaxTextLength);
        }

        OtlpSpan.WriteFlags(writer);
    }

    /// <summary>Writes the attributes shared by the session and its items.</summary>
    public void WriteAttributes(OtlpAttributes attributes)
    {
        attributes.Id("logitems.session.id", _session.Id);
        attributes.Id("logitems.job.id", _jobId);
        attributes.Text("logitems.job.name", record.JobName);
        attributes.Text("logitems.job.type", _jobType);
    }

    /// <summary>The name of the span: the job, by which users search for runs.</summary>
    private string SpanName => record.JobName ?? _jobType ?? "Session";
}
