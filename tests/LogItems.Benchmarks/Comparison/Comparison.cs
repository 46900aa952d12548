using System.Diagnostics;
using System.Globalization;

namespace LogItems.Benchmarks;

/// <summary>The quick mode: all sides in turns, in one process, and what they are to ours.</summary>
internal static class Comparison
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(35);

    public static void Run(TextWriter output)
    {
        var ours = new Measurement(new OurSide());
        var tokenize = new Measurement(new TokenizeSide());
        var nswag = new Measurement(new NSwagNewtonsoftSide());
        var nswagStj = new Measurement(new NSwagSystemTextJsonSide());
        var sourceGen = new Measurement(new SourceGenSide());
        var kiota = new Measurement(new KiotaSide());
        Measurement[] all = [ours, tokenize, nswag, nswagStj, sourceGen, kiota];

        Turn(all, WarmUp);
        Array.ForEach(all, side => side.Forget());
        Turn(all, Time);

        if (all.Any(side => side != tokenize && side.Sum != ours.Sum))
        {
            throw new InvalidOperationException(
                $"The sides have not read the same: {string.Join(", ", all.Select(side => $"{side.Name} {side.Sum:x}"))}.");
        }

        Write("decode.vs-nswag", nswag.Median / ours.Median);
        Write("decode.vs-nswag-stj", nswagStj.Median / ours.Median);
        Write("decode.vs-stj-sourcegen", sourceGen.Median / ours.Median);
        Write("decode.vs-kiota", kiota.Median / ours.Median);
        Write("decode.vs-tokenize", tokenize.Median / ours.Median);
        Write("decode.bytes-per-item", ours.BytesPerItem);
        Write("decode.bytes-per-item-with-links", ours.BytesPerItemTouched);
        foreach (var side in all) Write(side.Name, side.Median);
        foreach (var side in all) Write(side.Name, side.BytesPerItemTouched);

        void Write(string name, double value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.00}"));
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
