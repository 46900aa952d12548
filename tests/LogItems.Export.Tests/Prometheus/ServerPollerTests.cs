using System.Globalization;
using LogItems.Client.Tests;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Prometheus;

public class ServerPollerTests
{
    private readonly ManualTimeProvider _time = new();

    private DateTimeOffset Now => _time.GetUtcNow();

    [Test]
    public async Task Poll_JobWithRuns_HasTheStateOfItsLastRun([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        await using var server = await StartAsync(
            TestFleet.Session("Mail", Now.AddHours(-30), "Success"),
            TestFleet.Session("Mail", Now.AddHours(-6), "Failed", "Success", "Success", "Warning", "Error"),
            TestFleet.Session("Mail", Now.AddHours(-1), "Running"));
        using var run = Create(TestFleet.Server(server.BaseAddress, version: version, labels: ("customer", "Contoso")));

        await run.Poller.PollAsync(CancellationToken.None);

        var metrics = await run.ReadAsync();
        const string Labels = "server=\"a\",customer=\"Contoso\"";
        const string Job = $"{Labels},job_name=\"Mail\"";
        Assert.That(metrics, Is.SupersetOf(new[]
        {
            $"logitems_up{{{Labels}}} 1",
            $"logitems_poll_interval_seconds{{{Labels}}} 60",
            $"logitems_jobs{{{Labels}}} 1",
            $"logitems_jobs_omitted{{{Labels}}} 0",
            $"logitems_polls_total{{{Labels}}} 1",
            $"logitems_server_info{{{Labels},version=\"{version.ToPathSegment()}\"}} 1",
            $"logitems_last_successful_poll_timestamp_seconds{{{Labels}}} {Seconds(Now)}",
            $"logitems_job_last_result{{{Job}}} 2",
            $"logitems_job_last_start_timestamp_seconds{{{Job}}} {Seconds(Now.AddHours(-6))}",
            $"logitems_job_last_end_timestamp_seconds{{{Job}}} {Seconds(Now.AddHours(-6).AddMinutes(10))}",
            $"logitems_job_last_success_timestamp_seconds{{{Job}}} {Seconds(Now.AddHours(-30).AddMinutes(10))}",
            $"logitems_job_last_duration_seconds{{{Job}}} 600",
            $"logitems_job_last_transferred_bytes{{{Job}}} 4096",
            $"logitems_job_last_processed_objects{{{Job}}} 7",
            $"logitems_job_last_processing_bytes_per_second{{{Job}}} 100",
            $"logitems_job_last_read_bytes_per_second{{{Job}}} 200",
            $"logitems_job_last_write_bytes_per_second{{{Job}}} 300",
            $"logitems_job_last_items{{{Job},level=\"success\"}} 2",
            $"logitems_job_last_items{{{Job},level=\"warning\"}} 1",
            $"logitems_job_last_items{{{Job},level=\"error\"}} 1",
            $"logitems_job_last_items{{{Job},level=\"unknown\"}} 0",
            $"logitems_job_running{{{Job}}} 1",
            $"logitems_job_running_start_timestamp_seconds{{{Job}}} {Seconds(Now.AddHours(-1))}",
        }));
        Assert.That(metrics.Count(line => line.Contains("job_name", StringComparison.Ordinal)), Is.LessThanOrEqualTo(19), "The bound that the README has.");
    }

    [Test]
    public async Task Poll_JobThatNeverRan_HasNoLastRun()
    {
        await using var server = await StartAsync(TestFleet.Session("Mail", Now.AddHours(-1), "Running"));
        using var run = Create(TestFleet.Server(server.BaseAddress));

        await run.Poller.PollAsync(CancellationToken.None);

        var metrics = await run.ReadAsync();
        Assert.That(metrics, Has.None.StartsWith("logitems_job_last_").And.Some.StartsWith("logitems_job_running{"));
    }

    [Test]
    public async Task Poll_JobWithoutAName_IsLabelledSo()
    {
        await using var server = await StartAsync(
            TestFleet.Session("", Now.AddHours(-6), "Success"), TestFleet.Session("a\"b\\c\nd", Now.AddHours(-6), "Warning"));
        using var run = Create(TestFleet.Server(server.BaseAddress));

        await run.Poller.PollAsync(CancellationToken.None);

        Assert.That(await run.ReadAsync(), Is.SupersetOf(new[]
        {
            "logitems_job_last_result{server=\"a\",job_name=\"\"} 0", "logitems_job_last_result{server=\"a\",job_name=\"a\\\"b\\\\c\\nd\"} 1",
        }));
    }

    [Test]
    public async Task Poll_RunEnds_ReplacesTheState()
    {
        var running = TestFleet.Session("Mail", Now.AddHours(-1), "Running");
        await using var server = await StartAsync(TestFleet.Session("Mail", Now.AddHours(-6), "Success"), running);
        using var run = Create(TestFleet.Server(server.BaseAddress));
        await run.Poller.PollAsync(CancellationToken.None);

        running.Finish("Warning", Now.AddMinutes(-5));
        await run.Poller.PollAsync(CancellationToken.None);

        var metrics = await run.ReadAsync();
        Assert.That(metrics, Has.Some.StartsWith("logitems_job_last_result").And.Some.EqualTo("logitems_job_last_result{server=\"a\",job_name=\"Mail\"} 1"));
        Assert.That(metrics, Has.Some.EqualTo("logitems_job_running{server=\"a\",job_name=\"Mail\"} 0"));
        Assert.That(metrics, Has.None.StartsWith("logitems_job_running_start"));
    }

    [Test]
    public async Task Poll_ServerGone_KeepsTheStateAndReportsIt()
    {
        var server = await StartAsync(TestFleet.Session("Mail", Now.AddHours(-6), "Success"));
        using var run = Create(TestFleet.Server(server.BaseAddress));
        await run.Poller.PollAsync(CancellationToken.None);
        var before = Seconds(Now);
        await server.DisposeAsync();
        _time.Advance(TimeSpan.FromMinutes(5));

        await run.RefuseAsync(_time);

        var metrics = await run.ReadAsync();
        Assert.That(metrics, Is.SupersetOf(new[]
        {
            "logitems_up{server=\"a\"} 0",
            $"logitems_last_successful_poll_timestamp_seconds{{server=\"a\"}} {before}",
            "logitems_job_last_result{server=\"a\",job_name=\"Mail\"} 0",
        }));
        Assert.That(metrics, Has.Some.StartsWith("logitems_poll_failures_total{server=\"a\",reason="));
    }

    /// <summary>A server that takes three minutes is monitored where its timeout allows for it.</summary>
    [TestCase(2, 0)]
    [TestCase(10, 1)]
    [CancelAfter(60_000)]
    public async Task Poll_ServerTakesLong_SucceedsWithinItsTimeout(int minutes, int up, CancellationToken cancellationToken)
    {
        var (reading, respond) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await FakeLogItemsServer.StartAsync(
            new()
            {
                Sessions = [TestFleet.Session("Mail", Now.AddHours(-6), "Success", "Warning")],
                BeforeItem = (_, _) =>
                {
                    reading.TrySetResult();
                    return new ValueTask(respond.Task);
                },
            },
            cancellationToken);
        using var run = Create(TestFleet.Server(server.BaseAddress, version: ApiVersion.V7) with { Timeout = TimeSpan.FromMinutes(minutes) });

        var polling = run.Poller.PollAsync(cancellationToken);
        await reading.Task.WaitAsync(cancellationToken);
        _time.Advance(TimeSpan.FromMinutes(3));
        respond.SetResult();
        await polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        Assert.That(await run.ReadAsync(), Has.Some.EqualTo($"logitems_up{{server=\"a\"}} {up}"), polling.Exception?.Message);
    }

    /// <summary>So that an increase sees the first failure.</summary>
    [Test]
    public async Task Create_NoPollYet_HasAFailureCountOfEachReason()
    {
        using var run = Create(TestFleet.Server(new Uri("https://a:4443")));

        Assert.That((await run.ReadAsync()).Where(line => line.StartsWith("logitems_poll_failures_total", StringComparison.Ordinal)), Is.EquivalentTo(
            new[] { "unreachable", "timeout", "certificate", "credential", "api", "other" }
                .Select(reason => $"logitems_poll_failures_total{{server=\"a\",reason=\"{reason}\"}} 0")));
    }

    [Test]
    public async Task Poll_EverySeriesOfAServer_IsWithinTheBoundOfTheReadme()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0") });
        using var run = Create(TestFleet.Server(server.BaseAddress) with { PinSha256 = [server.CertificateSha256!] }, new FleetExporterOptions());

        await run.Poller.PollAsync(CancellationToken.None);
        run.Poller.ReportCircuit(isOpen: false);

        var own = (await run.ReadAsync()).Where(line => line.Contains("{server=\"a\"", StringComparison.Ordinal))
            .Where(line => !line.Contains("job_name", StringComparison.Ordinal));
        Assert.That(own.Count(), Is.EqualTo(17), "The bound that the README has.");
    }

    [Test]
    public async Task Poll_MoreJobsThanAllowed_CountsThoseLeftOut()
    {
        await using var server = await StartAsync([.. "ABCDE".Select(name => TestFleet.Session($"{name}", Now.AddHours(-2), "Success"))]);
        using var run = Create(TestFleet.Server(server.BaseAddress), new FleetExporterOptions { TimeProvider = _time, MaxJobsPerServer = 3 });

        await run.Poller.PollAsync(CancellationToken.None);

        var metrics = await run.ReadAsync();
        Assert.That(metrics.Where(line => line.StartsWith("logitems_job_last_result", StringComparison.Ordinal)), Is.EquivalentTo(
            "ABC".Select(name => $"logitems_job_last_result{{server=\"a\",job_name=\"{name}\"}} 0")));
        Assert.That(metrics, Has.Some.EqualTo("logitems_jobs_omitted{server=\"a\"} 2").And.Some.EqualTo("logitems_jobs{server=\"a\"} 5"));
    }

    [Test]
    public async Task Poll_Https_HasTheEndOfTheCertificateAlsoWhenItIsNotTrusted()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0") });
        using var run = Create(TestFleet.Server(server.BaseAddress));

        await Assert.ThrowsAsync<ServerCertificateException>(() => run.Poller.PollAsync(CancellationToken.None));

        var expiry = new DateTimeOffset(server.Certificate!.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        Assert.That(await run.ReadAsync(), Is.SupersetOf(new[]
        {
            $"logitems_certificate_expiry_timestamp_seconds{{server=\"a\"}} {Seconds(expiry)}",
            "logitems_poll_failures_total{server=\"a\",reason=\"certificate\"} 1",
            "logitems_up{server=\"a\"} 0",
        }));
    }

    [Test]
    public async Task Poll_NothingNew_TakesFewRequestsAndCountsThem()
    {
        await using var server = await StartAsync(
            [.. Enumerable.Range(1, 100).Select(hour => TestFleet.Session("Mail", Now.AddHours(-hour), "Success", "Success"))]);
        using var run = Create(TestFleet.Server(server.BaseAddress));
        await run.Poller.PollAsync(CancellationToken.None);
        var before = server.Requests.Count;

        await run.Poller.PollAsync(CancellationToken.None);

        Assert.That(server.Requests.Skip(before).Select(request => request.Path.Split('/')[^1]), Is.EqualTo(new[] { "Jobs", "JobSessions" }));
        Assert.That(await run.ReadAsync(), Has.Some.Match("^logitems_requests_total\\{server=\"a\"\\} [0-9]+$"));
    }

    private static Task<FakeLogItemsServer> StartAsync(params FakeSession[] sessions) => FakeLogItemsServer.StartAsync(new() { Sessions = sessions });

    private PollerRun Create(FleetServer server, FleetExporterOptions? options = null) =>
        new(server, options ?? new FleetExporterOptions { TimeProvider = _time });

    private static string Seconds(DateTimeOffset time) => (time.ToUnixTimeMilliseconds() / 1000.0).ToString(CultureInfo.InvariantCulture);
}
