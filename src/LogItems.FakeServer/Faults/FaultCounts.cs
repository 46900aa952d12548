namespace LogItems.FakeServer.Faults;

/// <summary>The number of injected faults by kind.</summary>
internal sealed class FaultCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<FakeFaultKind>().Length];

    public IReadOnlyDictionary<FakeFaultKind, long> Snapshot() =>
        Enum.GetValues<FakeFaultKind>().ToDictionary(kind => kind, kind => Interlocked.Read(ref _counts[(int)kind]));

    public void Add(FakeFaultKind kind) => Interlocked.Increment(ref _counts[(int)kind]);
}
