namespace LogItems.FakeServer.Synthetic;

/// <summary>SplitMix64: small, and the same on every machine and runtime.</summary>
internal struct SyntheticRandom
{
    private ulong _state;

    /// <summary>Different arguments yield unrelated sequences, so that any item can be created independently.</summary>
    public SyntheticRandom(int seed, int session, int item)
    {
        _state = (uint)seed;
        _state = NextBits() ^ (uint)session;
        _state = NextBits() ^ (uint)item;
    }

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 up to, but not including, the bound.</summary>
    public long Next(long bound) => (long)(NextBits() % (ulong)bound);

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public double NextFraction() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(ReadOnlySpan<T> choices) => choices[(int)Next(choices.Length)];

    public Guid NextGuid() => SyntheticIds.ToGuid(NextBits(), NextBits());
}
