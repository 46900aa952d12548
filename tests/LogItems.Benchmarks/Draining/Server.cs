using System.Globalization;
using LogItems.FakeServer;

namespace LogItems.Benchmarks;

/// <summary>What the child process runs: the fake server, until its standard input ends.</summary>
internal static class Server
{
    /// <summary>How many items of a slow page are sent at a time.</summary>
    private const int SlowPiece = 50;

    /// <summary>Serves; the address, the first session and the thumbprint of the certificate are on the first line of the output.</summary>
    /// <param name="items">How many items a session has.</param>
    /// <param name="latency">How long every answer is put off, in milliseconds.</param>
    /// <param name="kind">
    /// <c>prepared</c>: the JSON is there already; <c>written</c>: it is written for each answer, which takes no memory;
    /// <c>slow</c>: written with a pause of 10 ms after each 50 items; <c>tls</c>: prepared, with https and a self-signed certificate.
    /// </param>
    /// <param name="sessions">How many sessions there are; all have ended.</param>
    public static async Task RunAsync(string items, string latency, string kind, string sessions)
    {
        // The last one would still be running, and be read anew at each poll.
        FakeSession[] all = [.. SyntheticSessions.Create(Number(sessions) + 1, Number(items), seed: 1).SkipLast(1)];
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Url = new(kind == "tls" ? "https://127.0.0.1:0" : "http://127.0.0.1:0"),
            Sessions = all,
            Latency = TimeSpan.FromMilliseconds(Number(latency)),
            PrepareResponses = kind is "prepared" or "tls",
            BeforeItem = kind == "slow" ? BeforeItemAsync : null,
        });
        Console.WriteLine($"{server.BaseAddress} {all[0].Id} {server.CertificateSha256}".TrimEnd());
        await Console.In.ReadToEndAsync();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async ValueTask BeforeItemAsync(FakeRequest request, long index)
    {
        if (index % SlowPiece == SlowPiece - 1)
        {
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            await pause.WaitForNextTickAsync();
        }
    }
}
