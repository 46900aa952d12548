using System.Diagnostics;

namespace LogItems.Benchmarks;

/// <summary>Reading a page: all sides in turns, in one process, and how their medians compare with ours.</summary>
/// <remarks>What is timed is reading the page and touching every property of every item, links among them; tokenizing only tokenizes.</remarks>
internal static class DecodeComparison
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(9);

    public static void Run(Report report)
    {
        var ours = new Measurement("ours", new OurSide());
        var tokenize = new Measurement("tokenize", new TokenizeSide());
        Measurement[] peers =
        [
            new("tokens", new TokensSide()), new("nswag", new NSwagNewtonsoftSide()), new("nswag-stj", new NSwagSystemTextJsonSide()),
            new("stj-sourcegen", new SourceGenSide()), new("kiota", new KiotaSide()),
        ];
        Measurement[] all = [ours, tokenize, .. peers];

        Turn(all, WarmUp);
        Array.ForEach(all, side => side.Forget());
        Turn(all, Time);
        if (peers.Any(peer => peer.Sum != ours.Sum))
        {
            throw new InvalidOperationException($"The sides have not read the same: {string.Join(", ", all.Select(side => $"{side.Name} {side.Sum:x}"))}.");
        }

        Array.ForEach(peers, peer => report.Write($"decode.vs-{peer.Name}", peer.Median / ours.Median));
        report.Write("decode.vs-tokenize", tokenize.Median / ours.Median);
        report.Write("decode.bytes-per-item", ours.BytesPerItem);
        report.Write("decode.bytes-per-item-links-touched", ours.BytesPerItemTouched);
        Array.ForEach(all, side => report.Write($"decode.ms.{side.Name}", side.Median));
    }

    private static void Turn(Measurement[] sides, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            Array.ForEach(sides, side => side.Run());
        }
    }
}
