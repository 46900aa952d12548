using System.Diagnostics;

namespace LogItems.Benchmarks;

/// <summary>When the first item of a page is there that comes in slowly, as a share of when its last one is.</summary>
internal static class FirstItem
{
    private const int Runs = 3;

    public static async Task<double> ShareOfPageAsync()
    {
        using var server = ServerProcess.Start(Page.Items, kind: "slow");
        using var drain = new OurDrain(server.Address, server.SessionId, new() { PageSize = Page.Items });
        var shares = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var (start, first) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
            await drain.RunAsync(item => first = item == 1 ? Stopwatch.GetElapsedTime(start) : first);
            shares.Add(first / Stopwatch.GetElapsedTime(start));
        }

        return Report.Median(shares);
    }
}
