using System.Diagnostics;

namespace LogItems.Benchmarks;

/// <summary>A session of 300,000 items, read by NSwag's client and by ours from the same server, in turns.</summary>
internal static class DrainComparison
{
    private const int Items = 300_000;
    private const int Latency = 20;
    private const int Runs = 3;

    public static async Task RunAsync(Report report)
    {
        using var server = ServerProcess.Start(Items, Latency);
        using var ours = new OurDrain(server.Address, server.SessionId);
        using var peer = new NSwagDrain(server);
        await peer.SignInAsync();
        var expected = await ours.RunAsync();
        var (peerTimes, ourTimes) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            peerTimes.Add(await TimeAsync(peer.RunAsync));
            ourTimes.Add(await TimeAsync(() => ours.RunAsync()));
            ourTimes.Add(await TimeAsync(() => ours.RunAsync()));
        }

        report.Write("drain.vs-sequential", Report.Median(peerTimes) / Report.Median(ourTimes));
        report.Write("drain.ms.sequential", Report.Median(peerTimes));
        report.Write("drain.ms.ours", Report.Median(ourTimes));

        async Task<double> TimeAsync(Func<Task<ulong>> drain)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            var sum = await drain();
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return sum == expected ? time : throw new InvalidOperationException($"The sides have not read the same: {sum:x} is not {expected:x}.");
        }
    }
}
