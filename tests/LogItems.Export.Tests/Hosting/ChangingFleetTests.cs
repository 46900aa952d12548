using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Hosting;

/// <summary>Whatever changes and fails in between, in the end everything is in the sink as it is on the servers.</summary>
public class ChangingFleetTests
{
    private static readonly FakeFault[] Faults =
    [
        new(FakeFaultKind.ServerError, 0.1), new(FakeFaultKind.Reset, 0.05), new(FakeFaultKind.Truncate, 0.05), new(FakeFaultKind.Html502, 0.05),
        new(FakeFaultKind.Garbage, 0.05),
    ];

    [Test]
    public async Task RunOnceAsync_ServersChangeAndTheSinkCrashes_EverythingIsThereOnceInTheEnd([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        await using var fleet = await FleetModel.StartAsync(random, servers: 4);
        var sink = new RecordingSink();
        for (var night = 0; night < 8; night++)
        {
            fleet.Change();
            var isBefore = random.Next(2) == 0;
            void Crash(ExportBatch batch)
            {
                if (random.Next(3) == 0)
                {
                    throw new IOException("The process ended here.");
                }
            }

            (sink.Before, sink.After) = (isBefore ? Crash : _ => { }, isBefore ? _ => { } : Crash);
            await ExportAsync();
        }

        (sink.Before, sink.After) = (_ => { }, _ => { });
        fleet.Settle();
        await ExportUntilNothingIsNewAsync();

        foreach (var (server, sessions) in fleet.Sessions)
        {
            var expected = sessions.SelectMany(session => session.Items.Select(item => (session.Id, item.Id, item.Message, IsRunning: item.EndTime is null)));
            var written = sink.Items.Where(entry => entry.Key.Server == server)
                .Select(entry => (entry.Key.Session, entry.Value.Id, entry.Value.Text, entry.Value.IsRunning));
            Assert.That(written, Is.EquivalentTo(expected), $"server {server}");
        }

        async Task<bool> ExportAsync()
        {
            await using var store = SqliteCheckpointStore.Open(folder.File("checkpoints.db"));
            var options = new ExportOptions { BatchSize = random.Next(1, 40), MaxConcurrency = random.Next(1, 4) };
            var results = await sink.RunOnceAsync(store, options, [.. fleet.Servers]);
            return results.Values.Any(result => result is not { Items: 0, Failure: null });
        }

        async Task ExportUntilNothingIsNewAsync()
        {
            for (var poll = 0; await ExportAsync(); poll++)
            {
                Assert.That(poll, Is.LessThan(100), "It does not come to an end.");
            }
        }
    }

    /// <summary>Servers whose sessions begin, grow and end at random.</summary>
    private sealed class FleetModel : IAsyncDisposable
    {
        private readonly Random _random;
        private readonly List<FakeLogItemsServer> _fakes = [];
        private DateTimeOffset _now = ExportServers.Night;

        private FleetModel(Random random) => _random = random;

        public List<ExportServer> Servers { get; } = [];

        public Dictionary<string, List<FakeSession>> Sessions { get; } = [];

        public static async Task<FleetModel> StartAsync(Random random, int servers)
        {
            var fleet = new FleetModel(random);
            for (var index = 0; index < servers; index++)
            {
                var fake = await FakeLogItemsServer.StartAsync(new FakeServerOptions
                {
                    Sessions = [], Faults = index % 2 == 0 ? [] : Faults, FaultSeed = random.Next(), FaultsAtToken = false,
                });
                fleet._fakes.Add(fake);
                fleet.Sessions.Add($"s{index}", []);
                fleet.Servers.Add(ExportServers.Of(fake, $"s{index}", ApiVersions.All[random.Next(ApiVersions.All.Count)]));
            }

            return fleet;
        }

        public void Change()
        {
            _now = _now.AddHours(24);
            foreach (var (fake, sessions) in _fakes.Zip(Sessions.Values))
            {
                for (var count = _random.Next(4); count > 0; count--)
                {
                    var start = _now.AddMinutes(_random.Next(600));
                    var session = _random.Next(2) == 0 ? ExportServers.Session(_random.Next(60), start) : ExportServers.RunningSession(_random.Next(60), start);
                    sessions.Add(session);
                    fake.AddSession(session);
                }

                foreach (var session in sessions.Where(session => session.EndTime is null))
                {
                    Grow(session);
                }
            }
        }

        /// <summary>Ends what is running.</summary>
        public void Settle()
        {
            foreach (var session in Sessions.Values.SelectMany(sessions => sessions).Where(session => session.EndTime is null))
            {
                session.Finish("Success", _now.AddHours(12));
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var fake in _fakes)
            {
                await fake.DisposeAsync();
            }
        }

        private void Grow(FakeSession session)
        {
            for (var count = _random.Next(30); count > 0; count--)
            {
                session.AddItem(new FakeLogItem
                {
                    Usn = session.Items.Count + 1,
                    Message = $"Processing site {_random.Next()}",
                    CreationTime = _now,
                    EndTime = _random.Next(4) == 0 ? null : _now.AddMinutes(1),
                });
            }

            foreach (var item in session.Items.Where(item => item.EndTime is null && _random.Next(2) == 0).ToList())
            {
                session.UpdateItem(item with { EndTime = _now.AddMinutes(5), Message = item.Message + " finished" });
            }

            if (_random.Next(3) == 0)
            {
                session.Finish(_random.Next(2) == 0 ? "Success" : "Failed", _now.AddHours(1));
            }
        }
    }
}
