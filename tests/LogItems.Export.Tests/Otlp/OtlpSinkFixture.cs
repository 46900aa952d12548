using LogItems.Export.Tests.Otlp.Receiver;

namespace LogItems.Export.Tests.Otlp;

/// <summary>A receiver, and a sink that sends to it by HTTP, for each test.</summary>
public abstract class OtlpSinkFixture
{
    private protected OtlpReceiver Receiver { get; private set; } = null!;

    private protected OtlpSink Sink { get; private set; } = null!;

    [SetUp]
    public async Task SetUp()
    {
        Receiver = await OtlpReceiver.StartAsync();
        Sink = new OtlpSink(new OtlpSinkOptions { Endpoint = Receiver.Address(OtlpProtocol.HttpProtobuf) });
    }

    [TearDown]
    public async Task TearDown()
    {
        await Sink.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
