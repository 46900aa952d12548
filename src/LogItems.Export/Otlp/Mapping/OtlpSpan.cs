using System.Buffers.Binary;
using LogItems.Export.Otlp.Wire;

namespace LogItems.Export.Otlp.Mapping;

/// <summary>The fields of a span, in their order.</summary>
internal static class OtlpSpan
{
    public const int Attributes = 9;

    private const int TraceId = 1;
    private const int SpanId = 2;
    private const int ParentSpanId = 4;
    private const int Name = 5;
    private const int Kind = 6;
    private const int StartTime = 7;
    private const int EndTime = 8;
    private const int Status = 15;
    private const int Flags = 16;

    private const int StatusMessage = 2;
    private const int StatusCode = 3;

    private const int Internal = 1;
    private const int Error = 2;
    private const int Sampled = 1;

    /// <summary>The maximum length of a span's name.</summary>
    private const int MaxName = 256;

    public static void WriteIds(ProtoWriter writer, ReadOnlySpan<byte> traceId, ulong spanId, ulong parentId)
    {
        writer.WriteBytes(TraceId, traceId);
        WriteSpanId(writer, SpanId, spanId);
        if (parentId != 0)
        {
            WriteSpanId(writer, ParentSpanId, parentId);
        }
    }

    /// <summary>Writes the identifier of this or another span.</summary>
    public static void WriteSpanId(ProtoWriter writer, int field, ulong spanId)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, spanId);
        writer.WriteBytes(field, bytes);
    }

    /// <summary>Writes name, kind and times; a span does not end before it starts, and without a start it has no duration.</summary>
    public static void WriteName(ProtoWriter writer, string name, DateTimeOffset? startedAt, DateTimeOffset? endedAt)
    {
        writer.WriteString(Name, OtlpText.Truncate(name, MaxName));
        writer.WriteUInt64(Kind, Internal);
        var end = OtlpTime.Of(endedAt);
        var start = OtlpTime.Of(startedAt) is > 0 and var known ? known : end;
        writer.WriteFixed64(StartTime, start);
        writer.WriteFixed64(EndTime, Math.Max(start, end));
    }

    public static void WriteError(ProtoWriter writer, string? message, int maxTextLength)
    {
        var status = writer.BeginMessage(Status);
        if (!string.IsNullOrEmpty(message))
        {
            writer.WriteString(StatusMessage, OtlpText.Truncate(message, maxTextLength));
        }

        writer.WriteUInt64(StatusCode, Error);
        writer.EndMessage(status);
    }

    public static void WriteFlags(ProtoWriter writer) => writer.WriteFixed32(Flags, Sampled);
}
