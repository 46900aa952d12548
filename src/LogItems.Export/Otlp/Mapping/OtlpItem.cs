using LogItems.Export.Otlp.Wire;
using LogItems.Export.Records;
using LogItems.Monitoring;

namespace LogItems.Export.Otlp.Mapping;

/// <summary>An item as a log record, and as a span when it has ended.</summary>
internal sealed class OtlpItem(OtlpSession session, ExportItem record, DateTimeOffset observedAt)
{
    private const int TimeField = 1;
    private const int SeverityNumberField = 2;
    private const int SeverityTextField = 3;
    private const int BodyField = 5;
    private const int AttributesField = 6;
    private const int FlagsField = 8;
    private const int TraceIdField = 9;
    private const int SpanIdField = 10;
    private const int ObservedTimeField = 11;
    private const int Sampled = 1;

    private readonly LogItem _item = record.Item;
    private readonly FailureSignature _signature = FailureSignature.Of(record.Item);

    /// <summary>The identifier of the item in its state, also as <c>log.record.uid</c>.</summary>
    public Guid RecordId { get; } = OtlpIds.RecordOf(session.TraceId, record.Key, RecordHash.VersionOf(record.Item));

    /// <summary>Gets whether it has ended: only then is it exported as a span.</summary>
    public bool HasSpan => OtlpTime.Of(_item.EndedAt) > 0;

    private ulong SpanId => OtlpIds.SpanOf(session.TraceId, record.Key);

    private int MaxTextLength => session.Options.MaxTextLength;

    /// <summary>Writes the log record.</summary>
    public static void WriteLogRecord(ProtoWriter writer, OtlpItem item)
    {
        var own = item._item;
        // The start, so that both records of an operation, while running and after its end, are in the order of the session's log.
        if (OtlpTime.Of(own.StartedAt ?? own.EndedAt) is > 0 and var time)
        {
            writer.WriteFixed64(TimeField, time);
        }

        if (OtlpSeverity.Of(own.Level) is not OtlpSeverity.Unspecified and var severity)
        {
            writer.WriteUInt64(SeverityNumberField, (ulong)severity);
        }

        if (own.LevelText is { Length: > 0 } level)
        {
            writer.WriteString(SeverityTextField, OtlpText.Truncate(level, item.MaxTextLength));
        }

        var body = writer.BeginMessage(BodyField);
        writer.WriteString(1, OtlpText.Truncate(own.Text, item.MaxTextLength));
        writer.EndMessage(body);
        var attributes = new OtlpAttributes(writer, AttributesField, item.MaxTextLength);
        attributes.Id("log.record.uid", item.RecordId);
        item.WriteAttributes(attributes);
        writer.WriteFixed32(FlagsField, Sampled);
        writer.WriteBytes(TraceIdField, item.TraceId);
        OtlpSpan.WriteSpanId(writer, SpanIdField, item.SpanId);
        writer.WriteFixed64(ObservedTimeField, OtlpTime.Of(item.ObservedAt));
    }

    /// <summary>Writes the span.</summary>
    public static void WriteSpan(ProtoWriter writer, OtlpItem item)
    {
        var own = item._item;
        OtlpSpan.WriteIds(writer, item.TraceId, item.SpanId, item.ParentId);
        // The name is the text without its variable parts, so that there are few distinct names.
        OtlpSpan.WriteName(writer, item._signature.Cause is { Length: > 0 } name ? name : "Item", own.StartedAt, own.EndedAt);
        var attributes = new OtlpAttributes(writer, OtlpSpan.Attributes, item.MaxTextLength);
        attributes.Text("logitems.level", own.LevelText);
        attributes.Text("logitems.text", own.Text);
        item.WriteAttributes(attributes);
        if (own.Level == LogItemLevel.Error)
        {
            OtlpSpan.WriteError(writer, own.Text, item.MaxTextLength);
        }

        OtlpSpan.WriteFlags(writer);
    }

    private byte[] TraceId => session.TraceId;

    private ulong ParentId => session.SpanId;

    private DateTimeOffset ObservedAt => observedAt;

    private void WriteAttributes(OtlpAttributes attributes)
    {
        attributes.Id("logitems.key", record.Key);
        attributes.Number("logitems.usn", _item.Usn);
        session.WriteAttributes(attributes);
        attributes.Text("logitems.object.kind", _signature.ObjectKind?.ToString());
        attributes.Text("logitems.object.name", _signature.ObjectName);
        if (record.HasFailed)
        {
            attributes.Text("logitems.cause", _signature.Cause);
        }

        attributes.Seconds("logitems.duration", _item.Duration);
        attributes.Flag("logitems.running", _item.IsRunning);
        attributes.Number("logitems.text.length", _item.Text.Length > MaxTextLength ? _item.Text.Length : null);
    }
}
