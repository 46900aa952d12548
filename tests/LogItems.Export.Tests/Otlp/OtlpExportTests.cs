using System.Net;
using System.Net.Sockets;
using LogItems.Export.Tests.Otlp.Receiver;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Otlp;

/// <summary>The export of a server to a receiver: the checkpoint moves when the receiver has accepted, and only then.</summary>
public class OtlpExportTests
{
    private TemporaryFolder _folder = null!;
    private FakeLogItemsServer _server = null!;

    [SetUp]
    public async Task SetUp()
    {
        _folder = new TemporaryFolder();
        _server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(40)] });
    }

    [TearDown]
    public async Task TearDown()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task RunOnceAsync_ReceiverIsAway_LosesNothing()
    {
        var port = FreePort();
        await using var sink = Sink(new Uri($"http://127.0.0.1:{port}"));

        var away = await RunOnceAsync(sink);
        await using var receiver = await OtlpReceiver.StartAsync(port);
        var back = await RunOnceAsync(sink);

        Assert.That(away.Failure, Is.InstanceOf<ExportSinkException>().With.Message.Contains("Nothing is lost while it is unavailable."));
        Assert.That(back, Is.EqualTo(new PollResult(1, 40, 0, null)));
        Assert.That(receiver.Logs.Count(), Is.EqualTo(40));
    }

    [Test]
    public async Task RunOnceAsync_RefusedInTheMiddle_SendsTheRestOnly()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        receiver.Answers.Enqueue(OtlpAnswer.Accept);
        receiver.Answers.Enqueue(new OtlpAnswer(403, Message: "Wrong tenant."));
        await using var sink = Sink(receiver.Address(OtlpProtocol.HttpProtobuf));

        var failed = await RunOnceAsync(sink);
        var again = await RunOnceAsync(sink);

        Assert.That(failed.Failure?.Message, Does.Contain("Wrong tenant."));
        Assert.That(again.Items, Is.EqualTo(40));
        Assert.That((receiver.Logs.Count(), receiver.Spans.Count()), Is.EqualTo((40, 41)));
        Assert.That(receiver.Logs.Select(log => log.Attributes.ToDictionary()["log.record.uid"]).Distinct().Count(), Is.EqualTo(40));
        Assert.That(receiver.Spans.Select(span => span.SpanId).Distinct().Count(), Is.EqualTo(41));
    }

    [Test]
    public async Task RunOnceAsync_NothingNew_SendsNothing()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var sink = Sink(receiver.Address(OtlpProtocol.HttpProtobuf));
        await RunOnceAsync(sink);
        var before = receiver.Requests.Count;

        await RunOnceAsync(sink);

        Assert.That(receiver.Requests, Has.Count.EqualTo(before));
    }

    [Test]
    public async Task RunOnceAsync_SessionInManyBatches_IsOneTraceWithOneRoot()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var sink = Sink(receiver.Address(OtlpProtocol.HttpProtobuf));

        await RunOnceAsync(sink, new ExportOptions { BatchSize = 7 });

        Assert.That(receiver.Spans.Count(span => span.ParentSpanId.IsEmpty), Is.EqualTo(1));
        Assert.That(receiver.Spans.Select(span => span.TraceId).Distinct().Count(), Is.EqualTo(1));
        Assert.That(receiver.Spans.Count(), Is.EqualTo(41));
    }

    [Test]
    public async Task WriteAsync_WebPage_IsNotTakenForAReceiver()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        receiver.Answers.Enqueue(OtlpAnswer.Accept with { ContentType = "text/html; charset=utf-8" });
        await using var sink = Sink(receiver.Address(OtlpProtocol.HttpProtobuf));

        var result = await RunOnceAsync(sink);

        Assert.That(result.Failure?.Message, Does.Contain("a web page"));
    }

    [Test]
    public async Task WriteAsync_WrongPort_NamesWhatIsWrong()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var sink = new OtlpSink(new OtlpSinkOptions { Endpoint = new Uri(receiver.Address(OtlpProtocol.HttpProtobuf), "/elsewhere") });

        var result = await RunOnceAsync(sink);

        Assert.That(result.Failure?.Message, Does.Contain("/elsewhere/v1/logs rejected").And.Contain("404 (Not Found)"));
    }

    private static OtlpSink Sink(Uri endpoint) =>
        new(new OtlpSinkOptions { Endpoint = endpoint, MaxRequestSize = 8192, MaxRetries = 2, RetryDelay = TimeSpan.FromMilliseconds(1) });

    private async Task<PollResult> RunOnceAsync(OtlpSink sink, ExportOptions? options = null)
    {
        await using var store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"));
        var results = await sink.RunOnceAsync(store, options, ExportServers.Of(_server));
        return results["a"];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
