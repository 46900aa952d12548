using LogItems.Export.Tests.Otlp.Receiver;

namespace LogItems.Export.Tests.Otlp;

/// <summary>Requests and what the receiver answers, by both protocols.</summary>
[TestFixture(OtlpProtocol.HttpProtobuf)]
[TestFixture(OtlpProtocol.Grpc)]
public class OtlpSinkTests(OtlpProtocol protocol)
{
    private readonly LogLines _log = new();
    private OtlpReceiver _receiver = null!;

    [SetUp]
    public async Task SetUp()
    {
        _log.Lines.Clear();
        _receiver = await OtlpReceiver.StartAsync();
    }

    [TearDown]
    public async Task TearDown() => await _receiver.DisposeAsync();

    [Test]
    public async Task WriteAsync_Accepted_ReceiverHasEverything([Values] bool useCompression)
    {
        await using var sink = new OtlpSink(Options with { UseCompression = useCompression });

        await sink.WriteAsync(Batches.Of(Batches.Items(3)));

        Assert.That(_receiver.Logs.Select(log => log.Body.StringValue), Is.EqualTo(Batches.Items(3).Select(item => item.Text)));
        Assert.That(_receiver.Spans.Count(), Is.EqualTo(4), "the session and its items");
        var header = protocol == OtlpProtocol.Grpc ? "grpc-encoding" : "Content-Encoding";
        Assert.That(_receiver.Requests.Select(request => request.Headers.GetValueOrDefault(header)), Is.All.EqualTo(useCompression ? "gzip" : null));
    }

    [Test]
    public async Task WriteAsync_UnavailableTwice_SendsTheSameAgain()
    {
        _receiver.Answers.Enqueue(OtlpAnswer.Unavailable);
        _receiver.Answers.Enqueue(OtlpAnswer.Unavailable);
        await using var sink = new OtlpSink(Options with { Signals = OtlpSignals.Logs }, _log);

        await sink.WriteAsync(Batches.Of(Batches.Items(3)));

        Assert.That(
            _receiver.Requests.Select(request => request.Answer),
            Is.EqualTo(new[] { OtlpAnswer.Unavailable, OtlpAnswer.Unavailable, OtlpAnswer.Accept }));
        Assert.That(_receiver.Requests.Select(request => request.Message).Distinct().Count(), Is.EqualTo(1));
        Assert.That(_log.Lines, Has.Count.EqualTo(2).And.All.Contains("The queue is full"));
    }

    [Test]
    public async Task WriteAsync_ReceiverNamesADelay_WaitsForIt()
    {
        var time = new Client.Tests.ManualTimeProvider();
        _receiver.Answers.Enqueue(new OtlpAnswer(429, Grpc.Core.StatusCode.ResourceExhausted, "Too fast.") { RetryAfter = TimeSpan.FromSeconds(7) });
        await using var sink = new OtlpSink(Options with { TimeProvider = time, Signals = OtlpSignals.Logs });

        var writing = sink.WriteAsync(Batches.Of(Batches.Items(1)));
        await time.WaitForTimerAsync(TimeSpan.FromSeconds(7));
        Assert.That(_receiver.Requests, Has.Count.EqualTo(1));
        time.Advance(TimeSpan.FromSeconds(7));
        await writing;

        Assert.That(_receiver.Logs.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task WriteAsync_ReceiverNamesALongDelay_LeavesItToTheNextPoll()
    {
        _receiver.Answers.Enqueue(OtlpAnswer.Unavailable with { RetryAfter = TimeSpan.FromMinutes(5) });
        await using var sink = new OtlpSink(Options);

        Assert.That(
            () => sink.WriteAsync(Batches.Of(Batches.Items(1))),
            Throws.InstanceOf<ExportSinkException>().With.Message.Contains("it asked for a retry in 300 seconds"));
        Assert.That(_receiver.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task WriteAsync_UnavailableForever_ThrowsAfterAllRetries()
    {
        for (var answer = 0; answer < 10; answer++)
        {
            _receiver.Answers.Enqueue(OtlpAnswer.Unavailable);
        }

        await using var sink = new OtlpSink(Options with { MaxRetries = 2 });

        Assert.That(
            () => sink.WriteAsync(Batches.Of(Batches.Items(2))),
            Throws.InstanceOf<ExportSinkException>()
                .With.Message.Contains("did not accept 2 log records after 3 attempts").And.Message.Contains("The queue is full"));
        Assert.That(_receiver.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task WriteAsync_PartialSuccess_LogsTheNumberAndDoesNotSendAgain()
    {
        _receiver.Answers.Enqueue(OtlpAnswer.Accept with { Rejected = 2, Message = "Too old." });
        await using var sink = new OtlpSink(Options, _log);

        await sink.WriteAsync(Batches.Of(Batches.Items(3)));

        Assert.That(_receiver.Requests, Has.Count.EqualTo(2), "one for logs and one for spans");
        Assert.That(_log.Lines, Has.Count.EqualTo(1));
        Assert.That(_log.Lines[0], Does.StartWith("Warning").And.EndsWith("rejected 2 of 3 log records; they will not be sent again. Too old"));
    }

    [Test]
    public async Task WriteAsync_AcceptedWithAWarning_LogsIt()
    {
        _receiver.Answers.Enqueue(OtlpAnswer.Accept with { Message = "The disk is nearly full." });
        await using var sink = new OtlpSink(Options, _log);

        await sink.WriteAsync(Batches.Of(Batches.Items(3)));

        Assert.That(_log.Lines.Single(), Does.EndWith("accepted everything, with a warning. The disk is nearly full"));
    }

    [Test]
    public async Task WriteAsync_Refused_ThrowsWithTheMessageAndDoesNotSendAgain()
    {
        _receiver.Answers.Enqueue(new OtlpAnswer(403, Grpc.Core.StatusCode.PermissionDenied, "No tenant of that name: 100 %."));
        await using var sink = new OtlpSink(Options);

        Assert.That(
            () => sink.WriteAsync(Batches.Of(Batches.Items(2))),
            Throws.InstanceOf<ExportSinkException>().With.Message.Contains("rejected 2 log records").And.Message.Contains("No tenant of that name: 100 %."));
        Assert.That(_receiver.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("s3cret-key")]
    [TestCase("Bearer s3cret-key")]
    public async Task WriteAsync_ReceiverRepeatsAHeader_MessageDoesNotContainIt(string header)
    {
        _receiver.Answers.Enqueue(new OtlpAnswer(401, Grpc.Core.StatusCode.Unauthenticated, "The key s3cret-key is not known."));
        await using var sink = new OtlpSink(Options with { Headers = new Dictionary<string, string> { ["x-api-key"] = header } });

        var exception = await Assert.ThrowsAsync<ExportSinkException>(() => sink.WriteAsync(Batches.Of(Batches.Items(1))));

        Assert.That(_receiver.Requests.Single().Headers["x-api-key"], Is.EqualTo(header));
        Assert.That(exception.ToString(), Does.Contain("The key *** is not known").And.Not.Contain("s3cret"));
    }

    [Test]
    public async Task WriteAsync_ReceiverDoesNotAnswer_ThrowsAfterTheTimeout()
    {
        var time = new Client.Tests.ManualTimeProvider();
        _receiver.Before = token => Until.Canceled(token);
        await using var sink = new OtlpSink(Options with { TimeProvider = time, Timeout = TimeSpan.FromSeconds(42), MaxRetries = 0 });

        var writing = sink.WriteAsync(Batches.Of(Batches.Items(1)));
        await time.WaitForTimerAsync(TimeSpan.FromSeconds(42));
        time.Advance(TimeSpan.FromSeconds(42));

        Assert.That(() => writing, Throws.InstanceOf<ExportSinkException>().With.Message.Contains("it did not respond within 42 seconds"));
    }

    [Test]
    public async Task WriteAsync_Canceled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        _receiver.Before = async token =>
        {
            await cancellation.CancelAsync();
            await Until.Canceled(token);
        };
        await using var sink = new OtlpSink(Options);

        Assert.That(() => sink.WriteAsync(Batches.Of(Batches.Items(1)), cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private OtlpSinkOptions Options => new() { Endpoint = _receiver.Address(protocol), Protocol = protocol, RetryDelay = TimeSpan.FromMilliseconds(1) };
}
