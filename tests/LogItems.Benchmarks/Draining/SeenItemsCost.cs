using System.Diagnostics;
using System.Runtime.InteropServices;
using LogItems.Paging;

namespace LogItems.Benchmarks;

/// <summary>What it takes to remember the identifiers of a million items, in bytes for each.</summary>
internal static class SeenItemsCost
{
    private const int Items = 1_000_000;

    public static void Run(Report report)
    {
        Write("seen-items", () =>
        {
            var seen = new SeenItems(window: null);
            seen.BeginPass();
            seen.BeginPage();
            return id => seen.Record(ItemKey.Of(new LogItem { Id = id })) == Occurrence.New;
        });
        Write("seen-items.hash-set", () => new HashSet<Guid>().Add);

        void Write(string name, Func<Func<Guid, bool>> create)
        {
            Of(create);
            var (kept, peak, milliseconds) = Of(create);
            report.Write($"{name}.bytes-per-item", kept / (double)Items);
            report.Write($"{name}.peak-bytes-per-item", peak / (double)Items);
            report.Write($"{name}.ns-per-item", milliseconds * 1_000_000 / Items);
        }
    }

    private static (long Kept, long Peak, double Milliseconds) Of(Func<Func<Guid, bool>> create)
    {
        var ids = new Guid[Items];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(ids.AsSpan()));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        var add = create();
        var start = Stopwatch.GetTimestamp();
        for (var item = 0; item < Items; item++)
        {
            add(ids[item]);
            peak = item % 1_000 == 0 ? Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)) : peak;
        }

        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(add);
        GC.KeepAlive(ids);
        return (kept, peak - before, time);
    }
}
