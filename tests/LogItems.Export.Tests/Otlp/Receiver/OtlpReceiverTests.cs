using System.Diagnostics;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace LogItems.Export.Tests.Otlp.Receiver;

/// <summary>The receiver reads what OpenTelemetry's own exporter sends: its messages are those of OTLP, not only those of the sink.</summary>
public partial class OtlpReceiverTests
{
    [Test]
    public async Task Receive_SpanOfTheSdk_HasItsFields([Values(OtlpProtocol.HttpProtobuf, OtlpProtocol.Grpc)] OtlpProtocol protocol)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var source = new ActivitySource("Sdk");
        var start = new DateTime(2026, 11, 28, 21, 0, 0, DateTimeKind.Utc);
        Activity? sent;
        using (Sdk.CreateTracerProviderBuilder().AddSource("Sdk").AddOtlpExporter(options => Configure(options, receiver, protocol, "v1/traces")).Build())
        {
            using var parent = source.StartActivity("Parent");
            sent = source.StartActivity(ActivityKind.Internal, startTime: start, name: "Child")!;
            sent.SetTag("text", "a").SetTag("number", 7L).SetTag("flag", true).SetTag("real", 1.5);
            sent.SetStatus(ActivityStatusCode.Error, "It failed.");
            sent.SetEndTime(start.AddSeconds(1));
            sent.Stop();
        }

        var span = receiver.Spans.Single(span => span.Name == "Child");
        Assert.That(
            (Hex(span.TraceId), Hex(span.SpanId), Hex(span.ParentSpanId)),
            Is.EqualTo((sent.TraceId.ToHexString(), sent.SpanId.ToHexString(), sent.ParentSpanId.ToHexString())));
        Assert.That((span.StartTimeUnixNano, span.EndTimeUnixNano), Is.EqualTo((1_795_899_600_000_000_000UL, 1_795_899_601_000_000_000UL)));
        Assert.That((span.Kind, span.Status.Code, span.Status.Message, span.Flags & 1), Is.EqualTo((1, 2, "It failed.", 1)));
        Assert.That(
            span.Attributes.ToDictionary(),
            Is.SupersetOf(new Dictionary<string, object> { ["text"] = "a", ["number"] = 7L, ["flag"] = true, ["real"] = 1.5 }));
    }

    [Test]
    public async Task Receive_LogRecordOfTheSdk_HasItsFields([Values(OtlpProtocol.HttpProtobuf, OtlpProtocol.Grpc)] OtlpProtocol protocol)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var activity = new Activity("Parent").Start();
        using (var loggers = LoggerFactory.Create(logging => logging.AddOpenTelemetry(
            options => options.AddOtlpExporter(exporter => Configure(exporter, receiver, protocol, "v1/logs")))))
        {
            LogTest(loggers.CreateLogger("Sdk"));
        }

        var log = receiver.Logs.Single();
        Assert.That((log.SeverityNumber, log.SeverityText, log.Body.StringValue), Is.EqualTo((13, "Warning", "Only a test")));
        Assert.That((Hex(log.TraceId), Hex(log.SpanId)), Is.EqualTo((activity.TraceId.ToHexString(), activity.SpanId.ToHexString())));
        Assert.That(log.TimeUnixNano, Is.GreaterThan(1_700_000_000_000_000_000UL));
        Assert.That(log.ObservedTimeUnixNano, Is.GreaterThanOrEqualTo(log.TimeUnixNano));
    }

    private static void Configure(OtlpExporterOptions options, OtlpReceiver receiver, OtlpProtocol protocol, string path)
    {
        var isGrpc = protocol == OtlpProtocol.Grpc;
        options.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = isGrpc ? receiver.Address(protocol) : new Uri(receiver.Address(protocol), path);
        options.ExportProcessorType = ExportProcessorType.Simple;
    }

    [LoggerMessage(1, LogLevel.Warning, "Only a test")]
    private static partial void LogTest(ILogger logger);

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);
}
