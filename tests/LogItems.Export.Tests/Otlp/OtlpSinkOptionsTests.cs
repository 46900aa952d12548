namespace LogItems.Export.Tests.Otlp;

public class OtlpSinkOptionsTests
{
    [Test]
    public void FromEnvironment_NothingSet_HasTheDefaults()
    {
        var options = OtlpSinkOptions.FromEnvironment(name => name.EndsWith("TIMEOUT", StringComparison.Ordinal) ? "" : null);

        Assert.That(options, Is.EqualTo(new OtlpSinkOptions { Headers = options.Headers }));
    }

    [Test]
    public void FromEnvironment_EverythingSet_IsRead()
    {
        var options = Read(
            ("ENDPOINT", "https://otlp.example.com:4317"),
            ("PROTOCOL", "grpc"),
            ("HEADERS", " x-api-key = a%20b%2C%3D , ,Authorization=Basic%20eDp5"),
            ("TIMEOUT", "2500"),
            ("COMPRESSION", "none"));

        Assert.That(options.Endpoint, Is.EqualTo(new Uri("https://otlp.example.com:4317")));
        Assert.That(options.Protocol, Is.EqualTo(OtlpProtocol.Grpc));
        Assert.That(options.Headers, Is.EquivalentTo(new Dictionary<string, string> { ["x-api-key"] = "a b,=", ["Authorization"] = "Basic eDp5" }));
        Assert.That(options.Timeout, Is.EqualTo(TimeSpan.FromSeconds(2.5)));
        Assert.That(options.UseCompression, Is.False);
    }

    [Test]
    public void FromEnvironment_OneSignal_DiffersThere()
    {
        var options = Read(
            ("ENDPOINT", "https://otlp.example.com"),
            ("LOGS_ENDPOINT", "https://logs.example.com/in"),
            ("LOGS_HEADERS", "x-key=1"),
            ("LOGS_TIMEOUT", "100"),
            ("TRACES_PROTOCOL", "grpc"),
            ("TRACES_COMPRESSION", "none"));

        Assert.That(options.Endpoint, Is.EqualTo(new Uri("https://otlp.example.com")));
        Assert.That(options.ForLogs, Is.EqualTo(new OtlpSignalOptions
        {
            Endpoint = new Uri("https://logs.example.com/in"), Headers = options.ForLogs!.Headers, Timeout = TimeSpan.FromSeconds(0.1),
        }));
        Assert.That(options.ForLogs.Headers, Is.EquivalentTo(new Dictionary<string, string> { ["x-key"] = "1" }));
        Assert.That(options.ForSpans, Is.EqualTo(new OtlpSignalOptions { Protocol = OtlpProtocol.Grpc, UseCompression = false }));
    }

    [TestCase("of the variable", "of the variable")]
    [TestCase(null, "of the attributes")]
    public void FromEnvironment_Resource_IsRead(string? name, string expected)
    {
        var options = OtlpSinkOptions.FromEnvironment(variable => variable switch
        {
            "OTEL_SERVICE_NAME" => name,
            "OTEL_RESOURCE_ATTRIBUTES" => "deployment.environment.name=pro%20duction,service.name=of the attributes",
            _ => null,
        });

        Assert.That(options.ServiceName, Is.EqualTo(expected));
        Assert.That(options.ResourceAttributes["deployment.environment.name"], Is.EqualTo("pro duction"));
    }

    [Test]
    public void FromEnvironment_InvalidValuesOfASignal_NameItsVariables()
    {
        var exception = Assert.Throws<ArgumentException>(() => Read(("LOGS_ENDPOINT", "nowhere"), ("TRACES_PROTOCOL", "http/json")));

        Assert.That(exception!.Message, Does.Contain("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT cannot be used.")
            .And.Contain("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL is 'http/json'."));
    }

    [Test]
    public void FromEnvironment_InvalidValues_AreAllReportedWithoutSecrets()
    {
        var exception = Assert.Throws<ArgumentException>(() => Read(
            ("ENDPOINT", "https://user:s3cret@otlp.example.com"), ("PROTOCOL", "http/json"), ("HEADERS", "a=b,s3cret"), ("TIMEOUT", "10s"),
            ("COMPRESSION", "zstd")));

        Assert.That(exception!.Message.Split(Environment.NewLine), Is.EqualTo(new[]
        {
            "OTEL_EXPORTER_OTLP_ENDPOINT cannot be used. The endpoint of the OTLP receiver has a user, a query or a fragment. Send keys as headers.",
            "OTEL_EXPORTER_OTLP_PROTOCOL is 'http/json'. Supported are grpc and http/protobuf.",
            "OTEL_EXPORTER_OTLP_HEADERS has no name=value at position 2. Headers are written as name=value,name=value, percent-encoded.",
            "OTEL_EXPORTER_OTLP_TIMEOUT is '10s'. It has to be a number of milliseconds, 1 or more.",
            "OTEL_EXPORTER_OTLP_COMPRESSION is 'zstd'. Supported are gzip and none.",
        }));
    }

    [TestCaseSource(nameof(InvalidOptions))]
    public void Constructor_InvalidOptions_Throws(OtlpSinkOptions options) => Assert.That(() => new OtlpSink(options), Throws.InstanceOf<ArgumentException>());

    [Test]
    public void Constructor_HeaderThatCannotBeSent_ThrowsWithoutItsValue([Values("x-key", "Content-Type", "not a name")] string name)
    {
        var value = name == "x-key" ? "s3cret\r\nX-Other: 1" : "s3cret";

        Assert.That(
            () => new OtlpSink(new OtlpSinkOptions { Headers = new Dictionary<string, string> { [name] = value } }),
            Throws.ArgumentException.With.Message.Contains($"'{name}'").And.Message.Not.Contains("s3cret"));
    }

    private static IEnumerable<OtlpSinkOptions> InvalidOptions =>
    [
        new() { Endpoint = new Uri("/v1/logs", UriKind.Relative) },
        new() { Endpoint = new Uri("ftp://localhost") },
        new() { Endpoint = new Uri("http://localhost?key=1") },
        new() { Protocol = (OtlpProtocol)2 },
        new() { ForLogs = new() { Endpoint = new Uri("ftp://localhost") } },
        new() { ForSpans = new() { Protocol = (OtlpProtocol)2 } },
        new() { ForSpans = new() { Timeout = TimeSpan.Zero } },
        new() { Signals = OtlpSignals.None },
        new() { ServiceName = "" },
        new() { Timeout = TimeSpan.Zero },
        new() { MaxRequestSize = 100 },
        new() { MaxTextLength = 1 },
        new() { MaxRetries = -1 },
        new() { RetryDelay = TimeSpan.Zero },
    ];

    private static OtlpSinkOptions Read(params (string Name, string Value)[] variables) =>
        OtlpSinkOptions.FromEnvironment(name => variables.FirstOrDefault(variable => $"OTEL_EXPORTER_OTLP_{variable.Name}" == name).Value);
}
