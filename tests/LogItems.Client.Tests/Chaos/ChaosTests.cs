using System.Collections.Concurrent;
using System.Globalization;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Chaos;

/// <summary>
/// Thousands of runs through real sockets, over all versions and mixes of faults, each the same for its seed: a run ends with exactly the
/// session's items, or with an exception after a correct beginning of them.
/// LOGITEMS_CHAOS_RUNS sets how many runs are made, LOGITEMS_CHAOS_SEED from which seed on.
/// </summary>
[NonParallelizable] // It counts the connections of the process.
public sealed class ChaosTests : IDisposable
{
    private const int MaxConnections = 2;

    private static readonly FakeFaultKind[] Kinds = Enum.GetValues<FakeFaultKind>();

    private readonly ConcurrentDictionary<string, int> _endings = new();
    private readonly ConcurrentDictionary<FakeFaultKind, long> _injected = new();
    private readonly OpenConnections _connections = new();
    private long _expected;
    private long _delivered;

    public void Dispose() => _connections.Dispose();

    [Test]
    public async Task Run_WithFaults_EndsWithAllItemsOrAnExceptionAfterACorrectBeginning()
    {
        var runs = Setting("LOGITEMS_CHAOS_RUNS", ClientBuild.IsForNet ? 1_000 : 400);
        var first = Setting("LOGITEMS_CHAOS_SEED", 0);
        await Parallel.ForEachAsync(Enumerable.Range(first, runs), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) => await RunAsync(seed));

        TestContext.Out.WriteLine($"{runs} runs from seed {first}: {_expected} items expected, {_delivered} delivered, 0 hangs");
        TestContext.Out.WriteLine(
            $"endings: {string.Join(", ", _endings.OrderByDescending(entry => entry.Value).Select(entry => $"{entry.Value} {entry.Key}"))}");
        TestContext.Out.WriteLine($"faults: {string.Join(", ", _injected.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key} {entry.Value}"))}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_injected.Keys, Is.EquivalentTo(Kinds), "every kind of fault was met");
            Assert.That(_connections.HighestPeak, Is.EqualTo(MaxConnections), "the limit was reached");
            Assert.That(_endings["complete"], Is.GreaterThan(runs / 3), "most faults pass");
            Assert.That(_endings, Has.Count.GreaterThan(3), "some do not");
        }
    }

    private async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        var version = ApiVersions.All[random.Next(ApiVersions.All.Count)];
        var session = SyntheticSessions.Create(1, random.Next(0, 120), seed)[0];
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Sessions = [session],
            Faults = [.. Kinds.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(kind => new FakeFault(kind, random.NextDouble() * 0.3))],
            FaultSeed = seed,
            RetryAfter = TimeSpan.Zero,
            SlowDuration = TimeSpan.FromMilliseconds(random.Next(20)),
        });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new()
        {
            Version = random.Next(4) == 0 ? null : version,
            PageSize = random.Next(1, 60),
            MaxConnections = MaxConnections,
            RetryDelay = TimeSpan.FromMilliseconds(1),
        });
        var delivered = new List<Guid>();
        var ending = await ReadAsync(client, session.Id, delivered, seed).WaitAsync(TimeSpan.FromMinutes(2));

        var expected = session.Items.Select(item => item.Id).ToList();
        Assert.That(delivered, Is.EqualTo(expected.Take(delivered.Count)), $"seed {seed}");
        if (ending == "complete")
        {
            Assert.That(delivered, Has.Count.EqualTo(expected.Count), $"seed {seed}");
        }

        Assert.That(_connections.Peak(server.BaseAddress.Port), Is.LessThanOrEqualTo(MaxConnections), $"seed {seed}");
        Interlocked.Add(ref _expected, expected.Count);
        Interlocked.Add(ref _delivered, delivered.Count);
        _endings.AddOrUpdate(ending, 1, (_, count) => count + 1);
        foreach (var (kind, count) in server.FaultsInjected.Where(entry => entry.Value > 0))
        {
            _injected.AddOrUpdate(kind, count, (_, sum) => sum + count);
        }
    }

    private static async Task<string> ReadAsync(LogItemsClient client, Guid sessionId, List<Guid> delivered, int seed)
    {
        try
        {
            await foreach (var item in client.GetLogItemsAsync(sessionId))
            {
                delivered.Add(item.Id);
            }

            return "complete";
        }
        catch (LogItemsApiException exception)
        {
            return exception.Kind.ToString();
        }
        catch (Exception exception) when (
            exception is LogItemsAuthenticationException or HttpRequestException or TimeoutException or ApiVersionDetectionException)
        {
            return exception.GetType().Name;
        }
        catch (Exception exception)
        {
            Assert.Fail($"seed {seed}: {exception}");
            throw;
        }
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;
}
