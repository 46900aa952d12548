using System.Text.Json;

namespace LogItems.Monitoring.Pages;

/// <summary>
/// The trace event format of Chrome, which Perfetto and speedscope open: a process for each session, and as many threads as operations were
/// in progress at the same time.
/// </summary>
internal static class TraceFile
{
    private const int SendFrom = 64 * 1024;

    public static void Write(SessionReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        for (var index = 0; index < report.Sessions.Count; index++)
        {
            WriteSession(json, report, report.Sessions[index], index + 1);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, SessionReport report, ReportedSession session, int process)
    {
        json.WriteStartObject();
        json.WriteString("name", "process_name");
        json.WriteString("ph", "M");
        json.WriteNumber("pid", process);
        json.WriteStartObject("args");
        json.WriteString("name", $"{session.Job} {session.Session}");
        json.WriteEndObject();
        json.WriteEndObject();
        var free = new PriorityQueue<int, DateTimeOffset>();
        var threads = 0;
        foreach (var item in session.Items.OrderBy(item => item.Start).ThenBy(item => item.Usn))
        {
            var end = item.End ?? report.End;
            var thread = free.TryPeek(out _, out var ended) && ended <= item.Start ? free.Dequeue() : ++threads;
            free.Enqueue(thread, end);
            WriteItem(json, item, end, process, thread);
            if (json.BytesPending > SendFrom)
            {
                json.Flush();
            }
        }
    }

    private static void WriteItem(Utf8JsonWriter json, in ReportedItem item, DateTimeOffset end, int process, int thread)
    {
        json.WriteStartObject();
        json.WriteString("name", item.Lane);
        json.WriteString("cat", item.Level.ToString());
        json.WriteString("ph", "X");
        json.WriteNumber("ts", Microseconds(item.Start - DateTimeOffset.UnixEpoch));
        json.WriteNumber("dur", Math.Max(0, Microseconds(end - item.Start)));
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", thread);
        json.WriteStartObject("args");
        json.WriteString("text", item.Text);
        json.WriteString("id", item.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
