using System.Diagnostics;

namespace LogItems.Benchmarks;

/// <summary>What running one side over and over has shown.</summary>
internal sealed class Measurement(string name, Side side)
{
    private readonly List<double> _milliseconds = [];

    /// <summary>The side's name.</summary>
    public string Name { get; } = name;

    /// <summary>The median of one run, in milliseconds.</summary>
    public double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    /// <summary>What reading allocates, in bytes for each item; links that are made when asked for are not.</summary>
    public double BytesPerItem { get; private set; }

    /// <summary>What reading allocates together with asking for every property.</summary>
    public double BytesPerItemTouched { get; private set; }

    /// <summary>The sum over everything that was read.</summary>
    public ulong Sum { get; private set; }

    public void Run()
    {
        // What others have left behind is not this side's to clean up.
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var page = side.Decode();
        var decoded = GC.GetAllocatedBytesForCurrentThread();
        Sum = side.Sum(page);
        _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        BytesPerItem = (decoded - allocated) / (double)Page.Items;
        BytesPerItemTouched = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Page.Items;
    }

    public void Forget() => _milliseconds.Clear();
}
