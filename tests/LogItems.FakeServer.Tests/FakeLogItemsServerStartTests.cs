using System.Diagnostics;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

[NonParallelizable] // The standard output is that of the process.
public sealed class FakeLogItemsServerStartTests
{
    [Test]
    public async Task StartAsync_Defaults_ListensOnLoopbackWithoutAVersionInTheAddress()
    {
        await using var server = await FakeLogItemsServer.StartAsync();

        Assert.That(server.BaseAddress.AbsoluteUri, Is.EqualTo($"http://127.0.0.1:{server.BaseAddress.Port}/"));
        Assert.That(server.BaseAddress.Port, Is.GreaterThan(0));
    }

    [TestCase("http://localhost:0")]
    [TestCase("http://127.0.0.1:0/")]
    [TestCase("http://127.0.0.2:0")]
    public async Task StartAsync_LoopbackUrl_Starts(string url)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Url = new Uri(url) });

        Assert.That(server.BaseAddress.IsLoopback, Is.True);
    }

    [TestCase("http://0.0.0.0:0")]
    [TestCase("http://[::]:0")]
    [TestCase("http://192.168.1.10:5000")]
    [TestCase("http://example.com:80")]
    [TestCase("http://localhost.example.com:0")]
    [TestCase("ftp://127.0.0.1:0")]
    [TestCase("https://0.0.0.0:0")]
    [TestCase("relative")]
    [TestCase("http://127.0.0.1:0/v8/")]
    [TestCase("http://demo@127.0.0.1:0")]
    public void StartAsync_OtherUrl_IsRefused(string url)
    {
        var options = new FakeServerOptions { Url = new Uri(url, UriKind.RelativeOrAbsolute) };

        Assert.That(
            () => FakeLogItemsServer.StartAsync(options),
            Throws.ArgumentException.With.Message.Contains("http://127.0.0.1:0"));
    }

    private static IEnumerable<FakeServerOptions> BadOptions =>
    [
        new() { Username = string.Empty },
        new() { Password = string.Empty },
        new() { Versions = [] },
        new() { Versions = [(ApiVersion)9] },
        new() { TokenLifetime = TimeSpan.Zero },
        new() { TokenLifetime = TimeSpan.MaxValue },
        new() { Latency = TimeSpan.FromTicks(-1) },
        new() { Latency = TimeSpan.FromHours(1.01) },
        new() { SlowDuration = TimeSpan.FromTicks(-1) },
        new() { SlowDuration = TimeSpan.FromHours(1.01) },
        new() { RetryAfter = TimeSpan.FromTicks(-1) },
        new() { RetryAfter = TimeSpan.FromDays(1.01) },
        new() { Certificate = (FakeCertificate)9 },
        new() { Faults = [new FakeFault((FakeFaultKind)99, 0.1)] },
        new() { Faults = [new FakeFault(FakeFaultKind.Slow, -0.1)] },
        new() { Faults = [new FakeFault(FakeFaultKind.Slow, double.NaN)] },
        new() { Faults = [new FakeFault(FakeFaultKind.Slow, 0.6), new FakeFault(FakeFaultKind.Nulls, 0.5)] },
    ];

    [TestCaseSource(nameof(BadOptions))]
    public void StartAsync_OptionOutOfRange_IsRefused(FakeServerOptions options) =>
        Assert.That(() => FakeLogItemsServer.StartAsync(options), Throws.ArgumentException);

    [Test]
    public async Task StartAsync_TakenPort_ThrowsIOException()
    {
        await using var first = await FakeLogItemsServer.StartAsync();

        Assert.That(
            () => FakeLogItemsServer.StartAsync(new FakeServerOptions { Url = first.BaseAddress }),
            Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task StartAsync_OnceWarm_TakesWellUnder200Milliseconds()
    {
        var fastest = TimeSpan.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            await using var server = await FakeLogItemsServer.StartAsync();
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        Assert.That(fastest, Is.LessThan(TimeSpan.FromMilliseconds(200)));
    }

    [Test]
    public async Task StartAsync_AndRequests_WriteNothingToTheConsole()
    {
        var (before, console) = (Console.Out, new StringWriter());
        Console.SetOut(console);
        try
        {
            await using var server = await FakeLogItemsServer.StartAsync();
            using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);
            await http.GetJsonAsync("JobSessions");
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.That(console.ToString(), Is.Empty);
    }
}
