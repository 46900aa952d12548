using System.Text;
using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Monitoring;

namespace LogItems.Cli.Output;

/// <summary>Writes a summary of a session as a JSON object: the fields of <c>sessions</c>, and those of the summary.</summary>
internal static class SummaryJson
{
    public static string Write(SessionSummary summary)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JsonText.Encoder }))
        {
            json.WriteStartObject();
            WriteRecord(json, "session", summary.Session, JobSessionLayout.Create(_ => summary.JobName));
            json.WriteString("duration", summary.Duration?.ToString("c"));
            json.WriteStartObject("levels");
            foreach (var (level, count) in summary.Levels)
            {
                json.WriteNumber(level.ToString(), count);
            }

            json.WriteEndObject();
            json.WriteStartArray("slowest");
            foreach (var item in summary.Slowest)
            {
                WriteRecord(json, name: null, item, LogItemLayout.Instance);
            }

            json.WriteEndArray();
            json.WriteStartArray("idle");
            foreach (var gap in summary.Idle)
            {
                json.WriteStartObject();
                json.WriteString("startedAt", gap.Start);
                json.WriteString("duration", gap.Duration.ToString("c"));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteMedian(json, summary.Median);
            json.WriteEndObject();
        }

        return PrintableText.EscapeJson(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteRecord<T>(Utf8JsonWriter json, string? name, T record, RecordLayout<T> layout)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        // The fields are written on one line, but this object is indented like its parent.
        using var line = new Utf8Buffer();
        using var writer = new JsonObjectWriter<T>(line, layout.Fields);
        writer.Write(default, record, default);
        using var whole = JsonDocument.Parse(line.Written);
        whole.RootElement.WriteTo(json);
    }

    private static void WriteMedian(Utf8JsonWriter json, SessionMedian? median)
    {
        if (median is null)
        {
            json.WriteNull("median");
            return;
        }

        json.WriteStartObject("median");
        json.WriteNumber("runs", median.Runs);
        json.WriteString("duration", median.Duration?.ToString("c"));
        WriteNumber("transferredDataBytes", median.TransferredBytes);
        WriteNumber("processedObjects", median.ProcessedObjects);
        WriteNumber("processingRateBytesPS", median.ProcessingRateBytesPerSecond);
        json.WriteEndObject();

        void WriteNumber(string name, long? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }
}
