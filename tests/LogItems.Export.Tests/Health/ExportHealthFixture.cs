using System.Threading.Channels;
using LogItems.Client.Tests;
using LogItems.Export.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace LogItems.Export.Tests.Health;

/// <summary>Exports in hosts, as an application has them, with a clock of the test.</summary>
public abstract class ExportHealthFixture
{
    internal ManualTimeProvider Time { get; } = new();
    private readonly List<IHost> _hosts = [];
    private TemporaryFolder _folder = null!;
    internal RecordingSink Sink { get; private set; } = null!;

    [SetUp]
    public void SetUp() => (_folder, Sink) = (new TemporaryFolder(), new RecordingSink());

    [TearDown]
    public async Task TearDown()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }

        _hosts.Clear();
        _folder.Dispose();
        await Sink.DisposeAsync();
    }

    internal Run Create(
        Uri server,
        Func<CheckpointStore, CheckpointStore>? wrap = null,
        ExportHealthOptions? options = null,
        HealthStatus? failureStatus = null) => Create([TestFleet.Server(server)], wrap, options, failureStatus);

    internal Run Create(
        FleetServer[] servers,
        Func<CheckpointStore, CheckpointStore>? wrap = null,
        ExportHealthOptions? options = null,
        HealthStatus? failureStatus = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddLogItemsExport(
            new Fleet(servers),
            _ =>
            {
                var store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"), Time);
                return wrap?.Invoke(store) ?? store;
            },
            _ => Sink,
            new ExportOptions { TimeProvider = Time });
        builder.Services.AddHealthChecks().AddLogItemsExport(failureStatus: failureStatus, options: options);
        var host = builder.Build();
        _hosts.Add(host);
        return new Run(host, Time, servers.Length);
    }

    internal sealed class Run
    {
        private readonly Channel<string> _polled = Channel.CreateUnbounded<string>();
        private readonly ManualTimeProvider _time;
        private readonly int _servers;

        public Run(IHost host, ManualTimeProvider time, int servers)
        {
            (Host, _time, _servers) = (host, time, servers);
            host.Services.GetRequiredService<ExportWorker>().Polled += (name, _) => _polled.Writer.TryWrite(name);
        }

        public IHost Host { get; }

        /// <summary>Starts the host and waits until each server was polled once.</summary>
        public async Task StartAndPollAsync()
        {
            await Host.StartAsync();
            for (var server = 0; server < _servers; server++)
            {
                await _polled.Reader.ReadAsync();
            }
        }

        /// <summary>Waits until a server was polled again.</summary>
        public async Task PolledAsync(CancellationToken cancellationToken) => await _polled.Reader.ReadAsync(cancellationToken);

        /// <summary>Lets time pass until something is reached.</summary>
        public async Task PassTimeUntilAsync(Func<Task<bool>> isReached, CancellationToken cancellationToken)
        {
            while (!await isReached())
            {
                cancellationToken.ThrowIfCancellationRequested();
                _time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
        }

        public async Task<HealthReportEntry> CheckAsync() =>
            (await Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["logitems-export"];
    }

    /// <summary>A store that cannot be reached.</summary>
    internal sealed class AwayStore(CheckpointStore store) : DelegatingStore(store)
    {
        public override Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default) =>
            throw new IOException("The database is away.");
    }

    /// <summary>A store that cannot be reached at first.</summary>
    internal sealed class LateStore(CheckpointStore store, int failures) : DelegatingStore(store)
    {
        private int _left = failures;

        public override Task InitializeAsync(IReadOnlyList<ExportServer> servers, bool areDue, CancellationToken cancellationToken = default) =>
            _left-- > 0 ? throw new IOException("The database is away.") : base.InitializeAsync(servers, areDue, cancellationToken);
    }

    /// <summary>A store whose servers another worker reads, or nobody.</summary>
    internal sealed class IdleStore(CheckpointStore store, params ServerProgress[] progress) : DelegatingStore(store)
    {
        /// <summary>The number of servers that this worker gets before.</summary>
        public int Leases { get; set; }

        public override Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default) =>
            Leases-- > 0 ? base.TryAcquireAsync(cancellationToken) : Task.FromResult<ServerLease?>(null);

        public override Task<IReadOnlyList<ServerProgress>?> LoadProgressAsync(CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<ServerProgress>?>(progress.Length == 0 ? null : progress);
    }
}
