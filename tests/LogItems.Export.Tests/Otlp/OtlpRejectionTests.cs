using Google.Protobuf;
using LogItems.Export.Tests.Otlp.Receiver;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using StatusCode = Grpc.Core.StatusCode;

namespace LogItems.Export.Tests.Otlp;

/// <summary>What a receiver will never accept: a record, a size, or a whole signal.</summary>
[NonParallelizable] // The instruments are those of the process.
[TestFixture(OtlpProtocol.HttpProtobuf)]
[TestFixture(OtlpProtocol.Grpc)]
public class OtlpRejectionTests(OtlpProtocol protocol)
{
    private static readonly OtlpAnswer Invalid = new(400, StatusCode.InvalidArgument, "Too old.");
    private static readonly OtlpAnswer Missing = new(404, StatusCode.Unimplemented, "unknown service");

    private readonly LogLines _log = new();
    private OtlpReceiver _receiver = null!;
    private MeterRecorder _meter = null!;

    [SetUp]
    public async Task SetUp()
    {
        _log.Lines.Clear();
        _receiver = await OtlpReceiver.StartAsync();
        _meter = new MeterRecorder();
    }

    [TearDown]
    public async Task TearDown()
    {
        _meter.Dispose();
        await _receiver.DisposeAsync();
    }

    [Test]
    public async Task RunOnceAsync_TracesAreRejected_ExportsTheLogsOnce()
    {
        _receiver.Judge = request => request is ExportTraceServiceRequest ? Invalid : null;
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(40)] });
        using var folder = new TemporaryFolder();
        await using var store = SqliteCheckpointStore.Open(folder.File("checkpoints.db"));
        await using var sink = new OtlpSink(Options, _log);

        var first = await sink.RunOnceAsync(store, null, ExportServers.Of(server));
        var requests = _receiver.Requests.Count;
        var second = await sink.RunOnceAsync(store, null, ExportServers.Of(server));

        Assert.That((first["a"].Failure, second["a"].Failure), Is.EqualTo(((Exception?)null, (Exception?)null)));
        Assert.That((_receiver.Logs.Count(), _receiver.Requests.Count), Is.EqualTo((40, requests)));
        Assert.That(requests, Is.LessThan(45), "A signal of which nothing is accepted is not tried to its last record.");
        Assert.That(_log.Lines.Single(), Does.StartWith("Warning").And.Contain("rejected 41 of 41 spans; they will not be sent again").And.Contain("Too old"));
        Assert.That(_meter["rejected_records{signal=traces}"], Is.EqualTo(41));
    }

    [Test]
    public async Task WriteAsync_SomeRecordsAreInvalid_DropsOnlyThese()
    {
        string[] invalid = [Batches.Item(3).Text, Batches.Item(4).Text, Batches.Item(9).Text];
        _receiver.Judge = request => Logs(request).Any(log => invalid.Contains(log.Body.StringValue)) ? Invalid : null;
        await using var sink = new OtlpSink(Options with { Signals = OtlpSignals.Logs }, _log);

        await sink.WriteAsync(Batches.Of(Batches.Items(20)));

        Assert.That(
            _receiver.Logs.Select(log => log.Body.StringValue),
            Is.EqualTo(Batches.Items(20).Select(item => item.Text).Except(invalid)));
        Assert.That(_log.Lines.Single(), Does.Contain("rejected 3 of 20 log records; they will not be sent again"));
        Assert.That(_meter["rejected_records{signal=logs}"], Is.EqualTo(3));
        Assert.That(_receiver.Requests.Select(request => Resource(request.Message)).Distinct().Count(), Is.EqualTo(1), "Parts have the resource, too.");
    }

    [Test]
    public async Task WriteAsync_RequestsAreTooLarge_SendsSmallerOnes()
    {
        var tooLarge = new OtlpAnswer(413, StatusCode.ResourceExhausted, "Larger than 4 records.");
        _receiver.Judge = request => Logs(request).Count() > 4 ? tooLarge : null;
        await using var sink = new OtlpSink(Options with { Signals = OtlpSignals.Logs }, _log);

        await sink.WriteAsync(Batches.Of(Batches.Items(20)));

        Assert.That(_receiver.Logs.Select(log => log.Body.StringValue), Is.EqualTo(Batches.Items(20).Select(item => item.Text)));
        Assert.That(_log.Lines, Is.Empty);
    }

    [Test]
    public async Task WriteAsync_NothingWasEverAccepted_DropsNothing([Values(1, 100)] int items)
    {
        _receiver.Judge = _ => Invalid;
        await using var sink = new OtlpSink(Options, _log);

        Assert.That(
            () => sink.WriteAsync(Batches.Of(Batches.Items(items))),
            Throws.InstanceOf<ExportSinkException>().With.Message.Contains($"rejected {items} log records").And.Message.Contains("Too old"));
        Assert.That(_receiver.Requests, Has.Count.LessThan(50));

        _receiver.Judge = _ => null;
        await sink.WriteAsync(Batches.Of(Batches.Items(items)));
        Assert.That(_receiver.Logs.Count(), Is.EqualTo(items));
        Assert.That(_meter["rejected_records{signal=logs}"] ?? 0, Is.Zero);
    }

    [Test]
    public async Task WriteAsync_ReceiverHasNoTraces_NamesTheOptionAndSendsNoLogAgain()
    {
        _receiver.Judge = request => request is ExportTraceServiceRequest ? Missing : null;
        await using var sink = new OtlpSink(Options);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.That(
                () => sink.WriteAsync(Batches.Of(Batches.Items(5))),
                Throws.InstanceOf<ExportSinkException>().With.Message.Contains("It takes no traces at this address")
                    .And.Message.Contains("set --signals (OtlpSinkOptions.Signals) to logs"));
        }

        Assert.That(_receiver.Logs.Count(), Is.EqualTo(5));
        await using var logsOnly = new OtlpSink(Options with { Signals = OtlpSignals.Logs });
        await logsOnly.WriteAsync(Batches.Of(Batches.Items(5)));
        Assert.That(_receiver.Logs.Count(), Is.EqualTo(10));
    }

    [Test]
    public async Task WriteAsync_QuotaIsUsedUp_DropsNothing()
    {
        var used = new OtlpAnswer(429, StatusCode.ResourceExhausted, "The quota is used up.");
        _receiver.Judge = request => request is ExportTraceServiceRequest ? used : null;
        await using var sink = new OtlpSink(Options with { MaxRetries = 0 });

        Assert.That(() => sink.WriteAsync(Batches.Of(Batches.Items(5))), Throws.InstanceOf<ExportSinkException>().With.Message.Contains("quota is used up"));
        _receiver.Judge = _ => null;
        await sink.WriteAsync(Batches.Of(Batches.Items(5)));

        Assert.That((_receiver.Logs.Count(), _receiver.Spans.Count()), Is.EqualTo((5, 6)));
    }

    private OtlpSinkOptions Options => new() { Endpoint = _receiver.Address(protocol), Protocol = protocol, RetryDelay = TimeSpan.FromMilliseconds(1) };

    private static IEnumerable<LogRecord> Logs(IMessage request) => request is ExportLogsServiceRequest logs
        ? logs.ResourceLogs.SelectMany(server => server.ScopeLogs).SelectMany(scope => scope.LogRecords)
        : [];

    private static IMessage Resource(IMessage request) => ((ExportLogsServiceRequest)request).ResourceLogs.Single().Resource;
}
