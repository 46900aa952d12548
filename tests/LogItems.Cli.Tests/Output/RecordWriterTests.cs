using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LogItems.Cli.Hosting;
using LogItems.Cli.Output;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace LogItems.Cli.Tests.Output;

/// <summary>The machine formats against a plain way to write the same: strings, and a serializer for each record.</summary>
internal sealed class RecordWriterTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<string> Texts = Gen.Elements(
            "=1+1", "+", "-", "@", "\t", "\r", "\n", "\0", "\u001b[31m", "\u007f", "\u202e", "\ud800", "a", "\"", ",", "\\", "/", "<&>", "é", "漢", "😀", " ",
            "＝")
        .ArrayOf().Select(string.Concat);

    private static readonly Gen<DateTimeOffset> Times =
        from ticks in Gen.Choose(0, int.MaxValue)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(minutes)).AddTicks(ticks);

    private static readonly Gen<LogItem> Items =
        from id in Gen.Elements(Guid.Empty, Guid.Parse("e7668151-524f-4fa5-a30a-c647bf7ca8c5"))
        from usn in Gen.Choose(int.MinValue, int.MaxValue)
        from text in Texts
        from type in Gen.Elements<LogItemType?>(null, LogItemType.Warning, LogItemType.Error)
        from start in Times
        from end in Gen.OneOf(Times.Select(time => (DateTimeOffset?)time), Gen.Constant<DateTimeOffset?>(null))
        from href in Gen.Elements("/v8/jobsessions/1/logitems/2", "https://host/v3/JobSessions/%201?x=y", "mailto:nobody")
        from links in Gen.Elements(0, 1, 2)
        select Linked(
            Enumerable.Range(0, links).ToDictionary(number => $"relation \"{number}\"", _ => new { href }),
            item =>
            {
                (item.Id, item.Usn, item.Type, item.Message) = (id, usn, type, text);
                (item.CreationTime, item.EndTime) = (start, end);
            });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Write_AnyRecords_IsWhatAPlainWriterWrites() => Prop.ForAll(Items.ListOf().ToArbitrary(), items =>
    {
        foreach (var format in new[] { RecordFormat.Json, RecordFormat.Jsonl, RecordFormat.Csv })
        {
            var expected = Expected(format, items);
            Assert.That(AsBytes(format, items), Is.EqualTo(expected), "through a stream");
            Assert.That(AsText(format, items), Is.EqualTo(expected), "through a writer");
        }
    });

    /// <summary>An item with links, which only the wire can give it.</summary>
    private static LogItem Linked(object links, Action<LogItem> set)
    {
        var item = JsonConvert.DeserializeObject<LogItem>(JsonSerializer.Serialize(new { _links = links }), LogItemsJson.CreateSettings())!;
        item.AdditionalProperties.Clear();
        set(item);
        return item;
    }

    private static string AsBytes(RecordFormat format, IEnumerable<LogItem> items)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream))
        {
            Write(writer, format, items);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string AsText(RecordFormat format, IEnumerable<LogItem> items)
    {
        using var writer = new StringWriter();
        Write(writer, format, items);
        return writer.ToString();
    }

    private static void Write(TextWriter output, RecordFormat format, IEnumerable<LogItem> items)
    {
        var host = new CommandEnvironment { Out = output, Error = TextWriter.Null };
        var writing = RecordOutput.WriteAsync(host, format, LogItemLayout.Instance, items.ToAsyncEnumerable(), CancellationToken.None);
        Assert.That(writing.IsCompletedSuccessfully, writing.Exception?.ToString());
    }

    private static string Expected(RecordFormat format, IEnumerable<LogItem> items)
    {
        var objects = items.Select(item => Shown(JsonSerializer.Serialize(Values(item), Relaxed))).ToList();
        return format switch
        {
            RecordFormat.Json => objects.Count == 0 ? "[]\n" : $"[\n{string.Join(",\n", objects)}\n]\n",
            RecordFormat.Jsonl => string.Concat(objects.Select(json => json + "\n")),
            _ => string.Concat(items.Select(Values).Select(values => Row(values.Values)).Prepend(Row(Values(new()).Keys))),
        };
    }

    private static Dictionary<string, object?> Values(LogItem item) => new()
    {
        ["id"] = item.Id == Guid.Empty ? null : item.Id.ToString(),
        ["usn"] = item.Usn,
        ["level"] = item.Level.ToString(),
        ["text"] = item.Text,
        ["startedAt"] = item.StartedAt?.ToString("O", CultureInfo.InvariantCulture),
        ["endedAt"] = item.EndedAt?.ToString("O", CultureInfo.InvariantCulture),
        ["links"] = item.Links.ToDictionary(link => link.Key, link => link.Value.Path),
        ["duration"] = item.Duration?.ToString("c", CultureInfo.InvariantCulture),
        ["issues"] = item.Issues.Select(issue => new { property = issue.Property, value = issue.Value }),
        ["additionalProperties"] = item.AdditionalProperties,
        ["subject"] = item.Subject is { } subject
            ? new { kind = subject.Kind.ToString(), name = subject.Name, address = subject.Address, id = subject.Id?.ToString() }
            : null,
        ["cause"] = item.Cause,
    };

    // What would move a cursor or reverse what is beside it is written out; in JSON control characters are anyway.
    private static string Shown(string text) => text
        .Replace("\0", "\\u0000", StringComparison.Ordinal)
        .Replace("\u001b", "\\u001B", StringComparison.Ordinal)
        .Replace("\u007f", "\\u007F", StringComparison.Ordinal)
        .Replace("\u202e", "\\u202E", StringComparison.Ordinal);

    private static string Row(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value)
    {
        var text = value switch
        {
            string words => Shown(
                words.TrimStart(' ') is [var first, ..] && "=+-@\t\r\n\0＝＋－＠".Contains(first, StringComparison.Ordinal) ? "'" + words : words),
            null or int => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ => Shown(JsonSerializer.Serialize(value, Relaxed)),
        };
        var written = text.Any(letter => letter is '"' or ',' or '\r' or '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written));
    }
}
