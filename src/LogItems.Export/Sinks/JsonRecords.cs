using System.Buffers;
using System.Text.Json;
using LogItems.Monitoring;

namespace LogItems.Export.Sinks;

/// <summary>Sessions and items as JSON, one object per line.</summary>
internal static class JsonRecords
{
    public static void Write(IBufferWriter<byte> target, ExportBatch batch)
    {
        using var json = new Utf8JsonWriter(target, new JsonWriterOptions { SkipValidation = true });
        foreach (var session in batch.Sessions)
        {
            WriteSession(json, batch, session);
            EndLine(json, target);
            foreach (var item in session.Items)
            {
                WriteItem(json, batch, session, item);
                EndLine(json, target);
            }
        }
    }

    private static void WriteSession(Utf8JsonWriter json, ExportBatch batch, ExportSession record)
    {
        var session = record.Session;
        Begin(json, "session", batch, record);
        WriteText(json, "jobId", session.GetJobId()?.ToString());
        WriteText(json, "jobType", session.JobTypeText);
        WriteText(json, "status", session.StatusText);
        WriteTime(json, "startedAt", session.StartedAt);
        WriteTime(json, "endedAt", session.EndedAt);
        WriteText(json, "details", session.Details);
        WriteNumber(json, "transferredBytes", session.Statistics?.TransferredBytes);
        WriteNumber(json, "processingRateBytesPerSecond", session.Statistics?.ProcessingRateBytesPerSecond);
        WriteNumber(json, "processingRateItemsPerSecond", session.Statistics?.ProcessingRateItemsPerSecond);
        WriteText(json, "bottleneck", session.Statistics?.BottleneckText);
        WriteTime(json, "observedAt", batch.ObservedAt);
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, ExportBatch batch, ExportSession session, ExportItem entry)
    {
        var (key, item) = entry;
        Begin(json, "item", batch, session);
        json.WriteString("key", key);
        json.WriteNumber("usn", item.Usn);
        WriteText(json, "level", item.LevelText);
        json.WriteString("text", item.Text);
        WriteTime(json, "startedAt", item.StartedAt);
        WriteTime(json, "endedAt", item.EndedAt);
        if (entry.GetFailure() is { } failure)
        {
            WriteText(json, "objectKind", failure.ObjectKind?.ToString());
            WriteText(json, "object", failure.ObjectName);
            WriteText(json, "cause", failure.Cause);
        }

        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string record, ExportBatch batch, ExportSession session)
    {
        json.WriteStartObject();
        json.WriteString("record", record);
        json.WriteString("server", batch.Server);
        if (batch.Labels.Count > 0)
        {
            json.WriteStartObject("labels");
            foreach (var (name, value) in batch.Labels)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteString("session", session.Session.Id);
        WriteText(json, "job", session.JobName);
    }

    private static void EndLine(Utf8JsonWriter json, IBufferWriter<byte> target)
    {
        json.Flush();
        target.Write("\n"u8);
        json.Reset();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, known);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
