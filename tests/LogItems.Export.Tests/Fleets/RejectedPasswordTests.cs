using LogItems.Client.Tests;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Fleets;

/// <summary>A password that a server has rejected, and the servers that share it.</summary>
public class RejectedPasswordTests
{
    private readonly ManualTimeProvider _time = new();
    private string _file = null!;
    private FakeLogItemsServer _first = null!;
    private FakeLogItemsServer _second = null!;

    [SetUp]
    public async Task SetUp()
    {
        _file = Path.GetTempFileName();
        await File.WriteAllTextAsync(_file, "wrong");
        (_first, _second) = (await FakeLogItemsServer.StartAsync(), await FakeLogItemsServer.StartAsync());
    }

    [TearDown]
    public async Task TearDown()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        File.Delete(_file);
    }

    [Test]
    public async Task Poll_WrongPasswordOfManyServers_IsTriedOnce()
    {
        var servers = Fleet("""
            defaults: { username: demo, password: { file: FILE } }
            servers:
              - { name: a, address: FIRST }
              - { name: b, address: SECOND }
              - { name: c, address: FIRST }
              - { name: d, address: SECOND }
            """);
        await using var run = await ExporterRun.StartAsync(_time, [.. servers]);

        var metrics = (await run.ReadAsync()).Split('\n');

        Assert.That(SignIns().Count(), Is.EqualTo(1));
        Assert.That(metrics, Is.SupersetOf("abcd".Select(name => $"logitems_poll_failures_total{{server=\"{name}\",reason=\"credential\"}} 1")));
    }

    [Test]
    public async Task SignIn_RejectedElsewhere_SaysWhatToDo()
    {
        var servers = Shared();
        await FailAsync(servers[0]);

        var failure = await FailAsync(servers[1]);

        Assert.That(failure.Failure, Is.EqualTo(LogItemsAuthenticationFailure.Rejected));
        Assert.That(
            failure.Message,
            Does.StartWith($"The password of 'demo' from the file {_file} was rejected, and is not tried again for 60 minutes")
                .And.Contain("Correct it at its source").And.Contain("400 invalid_grant").And.Not.Contain("wrong"));
    }

    [Test]
    public async Task SignIn_SourceYieldsAnother_IsTriedAtOnce()
    {
        var servers = Shared();
        await FailAsync(servers[0]);
        await File.WriteAllTextAsync(_file, "demo");

        await ReadAsync(servers[0]);
        await ReadAsync(servers[1]);

        Assert.That(SignIns(), Is.EqualTo(new[] { 400, 200, 200 }));
    }

    [Test]
    public async Task SignIn_AfterAnHour_IsTriedOnceMore()
    {
        var servers = Shared();
        await FailAsync(servers[0]);
        _time.Advance(TimeSpan.FromMinutes(59));
        await FailAsync(servers[1]);
        Assert.That(SignIns().Count(), Is.EqualTo(1));

        _time.Advance(TimeSpan.FromMinutes(1));
        await FailAsync(servers[1]);
        await FailAsync(servers[0]);

        Assert.That(SignIns().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task SignIn_OwnSettingOfTheServer_IsTried()
    {
        var servers = Fleet("""
            defaults: { username: demo, password: { file: FILE } }
            servers:
              - { name: a, address: FIRST }
              - { name: b, address: SECOND, password: { file: FILE } }
              - { name: c, address: SECOND, username: other }
            """);

        foreach (var server in servers)
        {
            await FailAsync(server);
        }

        Assert.That(SignIns().Count(), Is.EqualTo(3), "Each has a password or a user of its own.");
    }

    [Test]
    public async Task SignIn_ServerCannotTell_IsTriedOnTheOthers()
    {
        await using var broken = await FakeLogItemsServer.StartAsync(new() { Faults = [new(FakeFaultKind.ServerError, 1)] });
        await File.WriteAllTextAsync(_file, "demo");
        var password = new FleetPassword(FleetPasswordSource.File, _file);

        var failure = await FailAsync(TestFleet.Server(broken.BaseAddress, version: ApiVersions.Newest) with { Password = password });
        await ReadAsync(TestFleet.Server(_first.BaseAddress) with { Password = password });

        Assert.That(failure.Failure, Is.EqualTo(LogItemsAuthenticationFailure.Unavailable));
        Assert.That(SignIns(), Is.EqualTo(new[] { 200 }));
    }

    private IReadOnlyList<FleetServer> Shared() => Fleet("""
        defaults: { username: demo, password: { file: FILE } }
        servers: [{ name: a, address: FIRST }, { name: b, address: SECOND }]
        """);

    private IReadOnlyList<FleetServer> Fleet(string text) => FleetFile.Load(
        new StringReader(text
            .Replace("FILE", $"'{_file}'", StringComparison.Ordinal)
            .Replace("FIRST", $"'{_first.BaseAddress}'", StringComparison.Ordinal)
            .Replace("SECOND", $"'{_second.BaseAddress}'", StringComparison.Ordinal)),
        "fleet.yaml").Servers;

    private async Task<LogItemsAuthenticationException> FailAsync(FleetServer server) =>
        (await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => ReadAsync(server)))!;

    /// <summary>As a poll with a new client, which has no token.</summary>
    private async Task ReadAsync(FleetServer server)
    {
        using var client = server.CreateClient(options => (options.TimeProvider, options.MaxRetries) = (_time, 0));
        await client.GetJobsAsync().CountAsync();
    }

    private IEnumerable<int> SignIns() => from server in new[] { _first, _second }
                                          from request in server.Requests
                                          where request.Path.EndsWith("/token", StringComparison.OrdinalIgnoreCase)
                                          select request.Status;
}
