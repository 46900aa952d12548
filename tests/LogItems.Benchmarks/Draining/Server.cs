using System.Globalization;
using LogItems.FakeServer;

namespace LogItems.Benchmarks;

/// <summary>What the child process runs: the fake server with one session, until its standard input ends.</summary>
internal static class Server
{
    /// <summary>How many items of a slow page are sent at a time.</summary>
    private const int SlowPiece = 50;

    /// <summary>Serves; the address and the session are on the first line of the output.</summary>
    /// <param name="items">How many items the session has.</param>
    /// <param name="latency">How long every answer is put off, in milliseconds.</param>
    /// <param name="kind">
    /// <c>prepared</c>: the JSON is there already; <c>written</c>: it is written for each answer, which takes no memory;
    /// <c>slow</c>: written with a pause of 10 ms after each 50 items.
    /// </param>
    public static async Task RunAsync(string items, string latency, string kind)
    {
        var session = SyntheticSessions.Create(1, int.Parse(items, CultureInfo.InvariantCulture), seed: 1)[0];
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Sessions = [session],
            Latency = TimeSpan.FromMilliseconds(int.Parse(latency, CultureInfo.InvariantCulture)),
            PrepareResponses = kind == "prepared",
            BeforeItem = kind == "slow" ? BeforeItemAsync : null,
        });
        Console.WriteLine($"{server.BaseAddress} {session.Id}");
        await Console.In.ReadToEndAsync();
    }

    private static async ValueTask BeforeItemAsync(FakeRequest request, long index)
    {
        if (index % SlowPiece == SlowPiece - 1)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
