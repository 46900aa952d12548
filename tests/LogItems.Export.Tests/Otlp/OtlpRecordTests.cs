using Google.Protobuf;
using LogItems.Export.Tests.Otlp.Receiver;

namespace LogItems.Export.Tests.Otlp;

/// <summary>What becomes of items and sessions, as the receiver decodes it.</summary>
public class OtlpRecordTests : OtlpSinkFixture
{
    [TestCase(LogItemType.Running, 5, "Running")]
    [TestCase(LogItemType.Success, 9, "Success")]
    [TestCase(LogItemType.Warning, 13, "Warning")]
    [TestCase(LogItemType.Stop, 13, "Stop")]
    [TestCase(LogItemType.Error, 17, "Error")]
    public async Task WriteAsync_Level_BecomesSeverity(LogItemType type, int number, string text)
    {
        await Sink.WriteAsync(Batches.Of(Batches.Item(1, type)));

        Assert.That((Receiver.Logs.Single().SeverityNumber, Receiver.Logs.Single().SeverityText), Is.EqualTo((number, text)));
    }

    [TestCase("[Failed] Copying", 17, "Failed", "Copying")]
    [TestCase("[Notice] Copying", 0, "Notice", "Copying")]
    [TestCase("Copying", 0, "", "Copying")]
    public async Task WriteAsync_TitleOfAnEarlierVersion_BecomesSeverityAndBody(string title, int number, string word, string body)
    {
        var item = Batches.Item(1);
        (item.Type, item.Message, item.Title) = (null, null, title);

        await Sink.WriteAsync(Batches.Of(item));

        var log = Receiver.Logs.Single();
        Assert.That((log.SeverityNumber, log.SeverityText, log.Body.StringValue), Is.EqualTo((number, word, body)));
    }

    [Test]
    public async Task WriteAsync_Item_IsALogRecordWithAllAttributes()
    {
        var item = Batches.Item(7, LogItemType.Warning, "Processing mailbox a@contoso.com finished with warning: Access is denied (404).");

        await Sink.WriteAsync(Batches.Of(item));

        var log = Receiver.Logs.Single();
        Assert.That(log.Attributes.ToDictionary(), Is.EquivalentTo(new Dictionary<string, object>
        {
            ["log.record.uid"] = log.Attributes.ToDictionary()["log.record.uid"],
            ["logitems.key"] = "00000007-0000-0000-0000-000000000001",
            ["logitems.usn"] = 7L,
            ["logitems.session.id"] = "5f2dd0a5-3a76-4e0f-9fdb-3f0b7e7b1c11",
            ["logitems.job.id"] = "c0ffee00-0000-4000-8000-000000000001",
            ["logitems.job.name"] = "Nightly",
            ["logitems.job.type"] = "Backup",
            ["logitems.object.kind"] = "Mailbox",
            ["logitems.object.name"] = "a@contoso.com",
            ["logitems.cause"] = "Access is denied (404)",
            ["logitems.duration"] = 1.5000001,
        }));
        Assert.That(Guid.Parse((string)log.Attributes.ToDictionary()["log.record.uid"]).Version, Is.EqualTo(8));
    }

    [Test]
    public async Task WriteAsync_Server_IsTheResource()
    {
        await Sink.WriteAsync(Batches.Of(Batches.Item(1)));

        foreach (var request in Receiver.Requests)
        {
            var (resource, scope) = request.Message is ExportLogsServiceRequest logs
                ? (logs.ResourceLogs.Single().Resource, logs.ResourceLogs.Single().ScopeLogs.Single().Scope)
                : (((ExportTraceServiceRequest)request.Message).ResourceSpans.Single().Resource,
                   ((ExportTraceServiceRequest)request.Message).ResourceSpans.Single().ScopeSpans.Single().Scope);
            Assert.That(resource.Attributes.ToDictionary(), Is.EquivalentTo(new Dictionary<string, object>
            {
                ["service.name"] = "veeam-backup-for-microsoft-365",
                ["service.instance.id"] = "backup01",
                ["logitems.label.customer"] = "Contoso",
                ["logitems.label.site"] = "Zürich",
            }));
            Assert.That(scope.Name, Is.EqualTo("LogItems.Export"));
        }
    }

    [Test]
    public async Task WriteAsync_ResourceAttributes_AreAddedToItsOwn()
    {
        await using var sink = new OtlpSink(new OtlpSinkOptions
        {
            Endpoint = Receiver.Address(OtlpProtocol.HttpProtobuf),
            ResourceAttributes = new Dictionary<string, string>
            {
                ["service.name"] = "not this", ["service.instance.id"] = "not this", ["logitems.label.site"] = "not this", ["host.name"] = "exporter",
            },
        });

        await sink.WriteAsync(Batches.Of(Batches.Item(1)));

        var resource = ((ExportLogsServiceRequest)Receiver.Requests.First().Message).ResourceLogs.Single().Resource;
        Assert.That(resource.Attributes.ToDictionary(), Is.EquivalentTo(new Dictionary<string, object>
        {
            ["service.name"] = "veeam-backup-for-microsoft-365",
            ["service.instance.id"] = "backup01",
            ["logitems.label.customer"] = "Contoso",
            ["logitems.label.site"] = "Zürich",
            ["host.name"] = "exporter",
        }));
    }

    [Test]
    public async Task WriteAsync_Times_AreExactTo100Nanoseconds()
    {
        await Sink.WriteAsync(Batches.Of(Batches.Item(1)));

        // 2026-11-28T21:00:00Z is 1795899600 s; the start is 0.1234567 s later, and one more second for the item.
        var log = Receiver.Logs.Single();
        Assert.That(log.TimeUnixNano, Is.EqualTo(1_795_899_601_123_456_700UL));
        Assert.That(log.ObservedTimeUnixNano, Is.EqualTo(1_795_903_200_123_457_400UL));
        var span = Receiver.Spans.Single(span => !span.ParentSpanId.IsEmpty);
        Assert.That((span.StartTimeUnixNano, span.EndTimeUnixNano), Is.EqualTo((1_795_899_601_123_456_700UL, 1_795_899_602_623_456_800UL)));
    }

    [Test]
    public async Task WriteAsync_TimesOutOfRange_AreUnknown()
    {
        var item = Batches.Item(1);
        (item.CreationTime, item.EndTime) = (
            new DateTimeOffset(1969, 12, 31, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero));

        await Sink.WriteAsync(Batches.Of(item));

        Assert.That(Receiver.Logs.Single().TimeUnixNano, Is.Zero);
        Assert.That(Receiver.Spans.Count(span => !span.ParentSpanId.IsEmpty), Is.Zero, "It has no end that could be sent.");
    }

    [Test]
    public async Task WriteAsync_LongTexts_AreCutAndSaySo()
    {
        await using var sink = new OtlpSink(new OtlpSinkOptions { Endpoint = Receiver.Address(OtlpProtocol.HttpProtobuf), MaxTextLength = 16 });

        await sink.WriteAsync(Batches.Of(Batches.Item(1, text: "0123456789abcde\U0001F600 and so on")));

        var log = Receiver.Logs.Single();
        Assert.That(log.Body.StringValue, Is.EqualTo("0123456789abcde"), "A surrogate pair is not cut in two.");
        Assert.That(log.Attributes.ToDictionary()["logitems.text.length"], Is.EqualTo(27));
    }

    [Test]
    public async Task WriteAsync_AnyText_ArrivesAsItIs([Values("", "\0\u0001", "日本語 – ñ 😀", "a\uD800b")] string text)
    {
        await Sink.WriteAsync(Batches.Of(Batches.Item(1, text: text)));

        Assert.That(Receiver.Logs.Single().Body.StringValue, Is.EqualTo(text.Replace('\uD800', '\uFFFD')), "Half a surrogate pair is no text.");
    }

    [Test]
    public async Task WriteAsync_SameBatchInAnotherProcess_HasTheSameIdentifiers()
    {
        await Sink.WriteAsync(Batches.Of(Batches.Items(2)));

        // As another implementation of XXH3 computes them (hash-wasm, of JavaScript).
        Assert.That(Receiver.Spans.Select(span => $"{Hex(span.TraceId)} {Hex(span.SpanId)}"), Is.EqualTo(Expected));
    }

    [Test]
    public async Task WriteAsync_OtherServerWithTheSameSession_HasOtherIdentifiers()
    {
        await Sink.WriteAsync(Batches.Of(Batches.Item(1)));
        await Sink.WriteAsync(Batches.Of(Batches.Item(1)) with { Server = "backup02" });

        Assert.That(Receiver.Spans.Select(span => span.TraceId).Distinct().Count(), Is.EqualTo(2));
        Assert.That(Receiver.Spans.Select(span => span.SpanId).Distinct().Count(), Is.EqualTo(4));
        Assert.That(Receiver.Logs.Select(log => log.Attributes.ToDictionary()["log.record.uid"]).Distinct().Count(), Is.EqualTo(2));
    }

    private static IEnumerable<string> Expected =>
    [
        "a7eece0283541cb99458bdee53114167 2f0ce7a38ae1a48c",
        "a7eece0283541cb99458bdee53114167 5ab231a995ef2ad2",
        "a7eece0283541cb99458bdee53114167 9bea50f7d3a8f797",
    ];

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);
}
