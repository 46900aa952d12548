using LogItems.Export.Tests.Otlp.Receiver;

namespace LogItems.Export.Tests.Otlp;

/// <summary>What is in which request, by both protocols.</summary>
[TestFixture(OtlpProtocol.HttpProtobuf)]
[TestFixture(OtlpProtocol.Grpc)]
public class OtlpRequestTests(OtlpProtocol protocol)
{
    private OtlpReceiver _receiver = null!;

    [SetUp]
    public async Task SetUp() => _receiver = await OtlpReceiver.StartAsync();

    [TearDown]
    public async Task TearDown() => await _receiver.DisposeAsync();

    [Test]
    public async Task WriteAsync_LargeBatch_SplitsItWithinTheSize()
    {
        await using var sink = new OtlpSink(Options with { MaxRequestSize = 4096 });

        await sink.WriteAsync(Batches.Of(Batches.Items(100)));

        Assert.That(_receiver.Requests.Select(request => request.Message.CalculateSize()), Is.All.LessThanOrEqualTo(4096));
        Assert.That(_receiver.Requests.Take(3).Select(request => request.Message.CalculateSize()), Is.All.GreaterThan(3000), "They are filled.");
        Assert.That(_receiver.Logs.Select(log => log.Attributes.ToDictionary()["logitems.usn"]), Is.EqualTo(Enumerable.Range(1, 100)));
        Assert.That(_receiver.Spans.Count(), Is.EqualTo(101));
    }

    [Test]
    public async Task WriteAsync_RecordLargerThanARequest_IsSentAlone()
    {
        await using var sink = new OtlpSink(Options with { MaxRequestSize = 4096 });
        var items = Batches.Items(3);
        items[1].Message = new string('x', 10_000);

        await sink.WriteAsync(Batches.Of(items));

        Assert.That(_receiver.Logs.Select(log => log.Body.StringValue.Length), Is.EqualTo(items.Select(item => item.Text.Length)));
        Assert.That(_receiver.Requests.Where(request => request.Message.CalculateSize() > 4096).Select(request => request.Count), Is.All.EqualTo(1));
    }

    [Test]
    public async Task WriteAsync_OneSignal_SendsNothingElse([Values(OtlpSignals.Logs, OtlpSignals.Spans)] OtlpSignals signals)
    {
        await using var sink = new OtlpSink(Options with { Signals = signals });

        await sink.WriteAsync(Batches.Of(Batches.Items(3)));

        Assert.That((_receiver.Logs.Count(), _receiver.Spans.Count()), Is.EqualTo(signals == OtlpSignals.Logs ? (3, 0) : (0, 4)));
    }

    [Test]
    public async Task WriteAsync_SessionInSeveralBatches_SendsItsSpanOnce()
    {
        await using var sink = new OtlpSink(Options);
        var items = Batches.Items(9);

        await sink.WriteAsync(Batches.Of(items[..3]));
        await sink.WriteAsync(Batches.Of(items[3..6]));
        await sink.WriteAsync(Batches.Of(Batches.Session(JobSessionStatus.Warning), items[6..]));

        Assert.That(_receiver.Spans.Count(span => span.ParentSpanId.IsEmpty), Is.EqualTo(2), "once for each of its states");
        Assert.That(_receiver.Spans.Count(span => !span.ParentSpanId.IsEmpty), Is.EqualTo(9));
    }

    [Test]
    public async Task WriteAsync_OneSignalDiffers_IsSentSo()
    {
        await using var other = await OtlpReceiver.StartAsync();
        var otherProtocol = protocol == OtlpProtocol.Grpc ? OtlpProtocol.HttpProtobuf : OtlpProtocol.Grpc;
        await using var sink = new OtlpSink(Options with
        {
            Headers = new Dictionary<string, string> { ["x-key"] = "of all" },
            ForSpans = new()
            {
                // Nothing is appended to it.
                Endpoint = new Uri(other.Address(otherProtocol), "v1/traces"),
                Protocol = otherProtocol,
                Headers = new Dictionary<string, string> { ["x-key"] = "of spans" },
            },
        });

        await sink.WriteAsync(Batches.Of(Batches.Items(3)));

        Assert.That((_receiver.Logs.Count(), _receiver.Spans.Count(), other.Logs.Count(), other.Spans.Count()), Is.EqualTo((3, 0, 0, 4)));
        Assert.That((_receiver.Requests.Single().Headers["x-key"], other.Requests.Single().Headers["x-key"]), Is.EqualTo(("of all", "of spans")));
    }

    private OtlpSinkOptions Options => new() { Endpoint = _receiver.Address(protocol), Protocol = protocol };
}
