namespace LogItems.FakeServer;

public sealed partial class FakeServerOptions
{
    /// <summary>What goes wrong, and how often.</summary>
    /// <value>Each rate 0 to 1, all together at most 1, since no request meets two faults; default none.</value>
    /// <remarks>
    /// Faults meet requests that pass the check of their token, and those to the token endpoint. Which request meets which fault
    /// depends on <see cref="FaultSeed"/> and on how many such requests the server has had before, and on nothing else: the same
    /// client that asks for one thing after another meets the same faults in every run. With faults the server is slower: it
    /// waits for the network after each piece that it sends.
    /// </remarks>
    public IReadOnlyList<FakeFault> Faults { get; init; } = [];

    /// <summary>Another seed makes other requests meet the faults.</summary>
    /// <value>Any number; default 0.</value>
    public int FaultSeed { get; init; }

    /// <summary>Whether the endpoints of tokens (sign-in, renewal, logout) meet faults too.</summary>
    /// <value>Default true: 500, 503, 429, reset and html502; the other kinds never meet them.</value>
    public bool FaultsAtToken { get; init; } = true;

    /// <summary>What the <c>Retry-After</c> of 503 and 429 says, in turns as a number of seconds and as a date.</summary>
    /// <value>0 to 1 day, rounded up to whole seconds; default 1 second.</value>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a slow body takes from its first byte to its last.</summary>
    /// <value>0 to 1 hour by <see cref="TimeProvider"/>; default 2 seconds.</value>
    public TimeSpan SlowDuration { get; init; } = TimeSpan.FromSeconds(2);
}
