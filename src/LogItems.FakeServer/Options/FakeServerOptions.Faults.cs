namespace LogItems.FakeServer;

public sealed partial class FakeServerOptions
{
    /// <summary>The faults to inject.</summary>
    /// <value>Each rate is 0 to 1, at most 1 in total, because a request is affected by at most one fault. Default: none.</value>
    /// <remarks>
    /// Faults affect requests with a valid token, and those to the token endpoint. The fault of a request
    /// depends only on <see cref="FaultSeed"/> and on the number of such requests before it: the same
    /// client that sends requests sequentially gets the same faults in every run. With faults, the server is slower: it
    /// waits for the network after each piece that it sends.
    /// </remarks>
    public IReadOnlyList<FakeFault> Faults { get; init; } = [];

    /// <summary>The seed that selects the affected requests.</summary>
    /// <value>Any number; default 0.</value>
    public int FaultSeed { get; init; }

    /// <summary>Gets whether faults also affect the token endpoints (sign-in, renewal, logout).</summary>
    /// <value>Default true: 500, 503, 429, reset and html502; the other kinds never affect them.</value>
    public bool FaultsAtToken { get; init; } = true;

    /// <summary>The value of <c>Retry-After</c> in 503 and 429 responses, alternating between seconds and a date.</summary>
    /// <value>0 to 1 day, rounded up to whole seconds; default 1 second.</value>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The duration of a slow body from its first byte to its last.</summary>
    /// <value>0 to 1 hour by <see cref="TimeProvider"/>; default 2 seconds.</value>
    public TimeSpan SlowDuration { get; init; } = TimeSpan.FromSeconds(2);
}
