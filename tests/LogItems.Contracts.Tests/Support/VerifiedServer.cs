using LogItems.Contracts.Verification;
using LogItems.FakeServer;

namespace LogItems.Contracts.Tests.Support;

/// <summary>A fake server that is verified in one version.</summary>
internal sealed class VerifiedServer : IAsyncDisposable
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(1));

    private readonly HttpClient _http;

    private VerifiedServer(FakeLogItemsServer server, string version)
    {
        (Server, Version) = (server, version);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(server.BaseAddress, $"{version}/") };
    }

    public FakeLogItemsServer Server { get; }

    public string Version { get; }

    public LeapingTimeProvider Clock { get; private init; } = null!;

    public static FakeSession Retrieval { get; } = new()
    {
        Id = new Guid("5d3b7e94-31d7-4c0c-8a56-0c92f0ac01b7"),
        Kind = FakeSessionKind.DataRetrieval,
        CreationTime = Midnight,
        Items = [new FakeLogItem { Usn = 1, Message = "Started", CreationTime = Midnight, EndTime = Midnight }],
    };

    public static Task<VerifiedServer> StartAsync(string version, params FakeFault[] faults) => StartAsync(version, [Retrieval], faults);

    public static Task<VerifiedServer> StartWithoutRetrievalAsync(string version) => StartAsync(version, [], []);

    private static async Task<VerifiedServer> StartAsync(string version, FakeSession[] retrievals, FakeFault[] faults)
    {
        var clock = new LeapingTimeProvider();
        var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions
        {
            Sessions = [.. SeedSessions.Create(), .. SyntheticSessions.Create(sessions: 5, items: 40, seed: 9), .. retrievals],
            Faults = faults,
            TimeProvider = clock,
        });
        return new VerifiedServer(server, version) { Clock = clock };
    }

    public Task<VerificationResult> VerifyAsync(
        string username = "demo",
        string? token = null,
        bool withRetrieval = true,
        double rate = 10,
        HttpMessageHandler? through = null,
        int explore = 0,
        int seed = 1)
    {
        var ids = new Dictionary<string, string>();
        if (withRetrieval)
        {
            ids["/DataRetrievalSessions"] = Retrieval.Id.ToString();
        }

        return ServerVerification.RunAsync(
            through is null ? _http : new HttpClient(through) { BaseAddress = _http.BaseAddress },
            OurContract.Views[Version],
            new VerificationOptions
            {
                AccessToken = token,
                Username = token is null ? username : null,
                Password = "demo",
                Ids = ids,
                RequestsPerSecond = rate,
                ExplorationRequests = explore,
                ExplorationSeed = seed,
                TimeProvider = Clock,
            });
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return Server.DisposeAsync();
    }
}
