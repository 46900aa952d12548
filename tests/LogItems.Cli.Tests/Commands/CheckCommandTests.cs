using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class CheckCommandTests : FakeServerFixture
{
    private static readonly DateTimeOffset End = TimeProvider.System.GetUtcNow().AddHours(-3);

    protected override FakeServerOptions Options => new()
    {
        Sessions =
        [
            new FakeSession
            {
                JobId = Guid.Parse("1d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d"), JobName = "Mail", CreationTime = End.AddMinutes(-1), EndTime = End,
                Status = "Success",
            },
            new FakeSession
            {
                JobId = Guid.Parse("2d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d"), JobName = "Sites", CreationTime = End.AddMinutes(-1), EndTime = End,
                Status = "Failed",
            },
        ],
    };

    [TestCase(
        "--job mail --max-age 26h",
        0,
        @"^LOGITEMS OK - Mail: succeeded 3h 0m ago, 0 failures \| 'age'=\d+s;;93600;0 'failures'=0;;;0 'duration'=60s;;;0 'transferred'=0B;;;0\n$")]
    [TestCase("--job mail --max-age 90m", 2, @"^LOGITEMS CRITICAL - Mail: no successful run for 3h 0m \(at most 1h 30m\), succeeded 3h 0m ago, 0 failures \| ")]
    [TestCase("--job mail --warning 1: --critical 5", 1, @"^LOGITEMS WARNING - Mail: succeeded 3h 0m ago, 0 failures \| .*'failures'=0;1:;5;0")]
    [TestCase("--all", 2, @"^LOGITEMS CRITICAL - Sites: failed 3h 0m ago, 0 failures \| 'Mail age'=")]
    public async Task Check_Jobs_WritesOneLineAndExitsWithTheState(string options, int expected, string pattern)
    {
        var run = await RunAsync($"check {options}");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((expected, "")));
        Assert.That(run.Out, Does.Match(pattern));
        Assert.That(run.Out.Count(c => c == '\n'), Is.EqualTo(1));
    }

    [TestCase("", "Specify either --job or --all.")]
    [TestCase("--job Mail --all", "Specify either --job or --all.")]
    [TestCase("--all --max-age soon", "--max-age is 'soon'")]
    [TestCase("--all --max-age 0h", "--max-age is '0h'")]
    [TestCase("--all --warning many", "--warning is 'many'")]
    [TestCase("--all --nonsense", "Unknown option --nonsense.")]
    [TestCase("--job Nobody", "No job is named 'Nobody'.")]
    [TestCase("--all --username nobody", "")]
    public async Task Check_UsageOrSignInFailed_IsUnknown(string options, string message)
    {
        var run = await RunAsync($"check {options}");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((3, "")));
        Assert.That(run.Out, Does.Match("^LOGITEMS UNKNOWN - .+\n$").And.Contain(message));
    }

    [TestCase("http://127.0.0.1:1", "Cannot reach http://127.0.0.1:1/")]
    [TestCase("https://127.0.0.1:1", "Cannot reach https://127.0.0.1:1/")]
    public async Task Check_ServerCannotBeReached_IsCritical(string server, string message)
    {
        var run = await RunAsync($"check --all --server {server} --retries 0");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Out, Does.StartWith($"LOGITEMS CRITICAL - {message}").And.EndWith("\n"));
        Assert.That(run.Out.Count(c => c == '\n'), Is.EqualTo(1));
    }

    [Test]
    public async Task Check_NoAnswerInTime_IsCritical()
    {
        await using var server = await StubServer.StartAsync(context => Until.Canceled(context.RequestAborted));

        var run = await RunAsync($"check --all --server {server.Address} --timeout 1");

        Assert.That(
            (run.ExitCode, run.Out),
            Is.EqualTo((2, $"LOGITEMS CRITICAL - {server.Address}/ did not respond in time. Check the address and the network, or increase --timeout.\n")));
    }

    [TestCase(503, 2)]
    [TestCase(403, 3)]
    public async Task Check_ApiReturnsAnError_IsCriticalIfTheServiceDoesNotWork(int status, int expected)
    {
        await using var server = await StubServer.StartAsync("{}", status);

        var run = await ToolRun.StartAsync($"check --all --server {server.Address} --api-version v8 --token T --retries 0");

        Assert.That(run.ExitCode, Is.EqualTo(expected), run.Out);
        Assert.That(run.Out, Does.Contain($"{status}"));
    }

    [Test]
    public async Task Check_Canceled_IsUnknown()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await StubServer.StartAsync(async context =>
        {
            await stop.CancelAsync();
            await Until.Canceled(context.RequestAborted);
        });

        var run = await ToolRun.StartAsync($"check --all --server {server.Address} --api-version v8 --token T".Split(' '), cancellationToken: stop.Token);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "LOGITEMS UNKNOWN - canceled.\n")));
    }

    [TestCase("--certificate-critical 100000", 2, "LOGITEMS CRITICAL - certificate: expires on ")]
    [TestCase("--certificate-warning 100000", 1, "LOGITEMS WARNING - certificate: expires on ")]
    [TestCase("--certificate-warning 0 --certificate-critical 0", 0, "LOGITEMS OK - Mail: succeeded ")]
    public async Task Check_Certificate_IsPartOfIt(string options, int expected, string text)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0"), Sessions = [Options.Sessions[0]] });

        var run = await RunAsync($"check --job Mail --server {server.BaseAddress} --pin-sha256 {server.CertificateSha256} {options}");

        Assert.That(run.ExitCode, Is.EqualTo(expected), run.Out);
        Assert.That(run.Out, Does.StartWith(text).And.Contain(" 'certificate_days'="));
    }

    [Test]
    public async Task Check_CertificateExpired_IsCritical()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0"), Certificate = FakeCertificate.Expired });

        var run = await RunAsync($"check --all --server {server.BaseAddress} --pin-sha256 {server.CertificateSha256}");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Out, Does.StartWith("LOGITEMS CRITICAL - ").And.Contain("has expired"));
    }
}
