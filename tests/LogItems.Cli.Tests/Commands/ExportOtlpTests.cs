using System.Collections.Concurrent;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace LogItems.Cli.Tests.Commands;

/// <summary><c>logitems export --to otlp</c>: the options and variables; what is sent is tested with the sink.</summary>
internal sealed class ExportOtlpTests
{
    private const string Command = "logitems export --fleet fleet.yaml --to otlp --endpoint http://localhost:4318";

    private readonly ConcurrentQueue<string> _received = new();
    private string _folder = null!;
    private FakeLogItemsServer _server = null!;
    private WebApplication _receiver = null!;

    [SetUp]
    public async Task SetUp()
    {
        _folder = Directory.CreateTempSubdirectory("logitems-").FullName;
        _server = await FakeLogItemsServer.StartAsync();
        await File.WriteAllTextAsync(Fleet, $$"""
            servers:
              - name: paris
                address: {{_server.BaseAddress.AbsoluteUri}}
                username: demo
                password: { command: echo demo }
            """);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _receiver = builder.Build();
        _receiver.Run(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null);
            _received.Enqueue($"{http.Request.Path} {http.Request.Headers["x-key"]} {http.Request.Headers.ContentEncoding}");
        });
        await _receiver.StartAsync();
    }

    [TearDown]
    public async Task TearDown()
    {
        _received.Clear();
        await _receiver.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Export_Endpoint_SendsEverythingOnce()
    {
        var environment = Environment(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"), ("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a%20b"));

        var first = await ToolRun.StartAsync([.. Arguments(_receiver.Urls.Single()), "--once"], environment);
        var received = _received.ToList();
        var second = await ToolRun.StartAsync([.. Arguments(_receiver.Urls.Single()), "--once"], environment);

        Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 0)), first.Error + second.Error);
        Assert.That(received.Distinct(), Is.EquivalentTo(new[] { "/v1/logs a b gzip", "/v1/traces a b gzip" }));
    }

    [Test]
    public async Task Export_Variables_AreWhatOptionsLeaveOut()
    {
        var environment = Environment(("OTEL_EXPORTER_OTLP_ENDPOINT", _receiver.Urls.Single()), ("OTEL_EXPORTER_OTLP_COMPRESSION", "none"));

        var run = await ToolRun.StartAsync(["export", "--fleet", Fleet, "--to", "otlp", "--output", _folder, "--once"], environment);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(_received.Distinct(), Is.EquivalentTo(new[] { "/v1/logs  ", "/v1/traces  " }));
    }

    [TestCase("logs", "/v1/logs")]
    [TestCase("traces", "/v1/traces")]
    public async Task Export_OneSignal_SendsNothingElse(string signals, string path)
    {
        var run = await ToolRun.StartAsync([.. Arguments(_receiver.Urls.Single()), "--signals", signals, "--once"], Environment());

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(_received.Distinct(), Is.EqualTo(new[] { $"{path}  gzip" }));
    }

    [Test]
    public async Task Export_VariablesOfOneSignal_PrecedeTheOthersAndYieldToOptions()
    {
        (string Name, string Value) ofLogs = ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", $"{_receiver.Urls.Single()}/in");
        var variables = Environment(ofLogs, ("OTEL_EXPORTER_OTLP_ENDPOINT", _receiver.Urls.Single()));

        var run = await ToolRun.StartAsync(["export", "--fleet", Fleet, "--to", "otlp", "--output", _folder, "--once"], variables);
        var received = _received.ToList();
        _received.Clear();
        File.Delete(Path.Combine(_folder, "logitems-checkpoints.db"));
        var option = await ToolRun.StartAsync([.. Arguments(_receiver.Urls.Single()), "--once"], variables);

        Assert.That((run.ExitCode, option.ExitCode), Is.EqualTo((0, 0)), run.Error + option.Error);
        Assert.That(received.Distinct(), Is.EquivalentTo(new[] { "/in  gzip", "/v1/traces  gzip" }));
        Assert.That(_received.Distinct(), Is.EquivalentTo(new[] { "/v1/logs  gzip", "/v1/traces  gzip" }));
    }

    [TestCase("--to jsonl --signals logs", "--signals applies to --to otlp only.")]
    [TestCase("--to otlp --endpoint localhost:4318", "--endpoint cannot be used. The endpoint of the OTLP receiver is not an http or https address")]
    [TestCase("--to otlp --endpoint https://me:s3cret@otlp.example.com", "Send keys as headers.")]
    [TestCase("--to otlp --protocol http/json", "--protocol is 'http/json'; use one of http/protobuf, grpc.")]
    [TestCase("--to jsonl --endpoint http://localhost:4318", "--endpoint applies to --to otlp only.")]
    public async Task Export_InvalidReceiver_IsUsage(string options, string expected)
    {
        var run = await ToolRun.StartAsync(["export", "--fleet", Fleet, "--output", _folder, "--once", .. options.Split(' ')], Environment());

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(expected).And.Not.Contain("s3cret"));
    }

    [Test]
    public async Task Export_InvalidVariables_IsUsage()
    {
        var environment = Environment(("OTEL_EXPORTER_OTLP_TIMEOUT", "10s"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"));

        var run = await ToolRun.StartAsync([.. Arguments(_receiver.Urls.Single()), "--once"], environment);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("OTEL_EXPORTER_OTLP_TIMEOUT is '10s'").And.Contain("OTEL_EXPORTER_OTLP_PROTOCOL is 'http/json'"));
    }

    private string Fleet => Path.Combine(_folder, "fleet.yaml");

    /// <summary>The command of the README, with the file, the receiver and the folder of the test.</summary>
    private IEnumerable<string> Arguments(string receiver) =>
    [
        .. Command.Replace("fleet.yaml", Fleet, StringComparison.Ordinal).Replace("http://localhost:4318", receiver, StringComparison.Ordinal)
            .Split(' ').Skip(1),
        "--output", _folder,
    ];

    private static Dictionary<string, string> Environment(params (string Name, string Value)[] variables) =>
        variables.ToDictionary();
}
