namespace LogItems.Contracts.Verification;

/// <summary>The options of the verification of a server.</summary>
public sealed class VerificationOptions
{
    /// <summary>The token that requests carry.</summary>
    /// <value>Null by default: there is a <see cref="Username"/> to sign in with, or the contract requires no token.</value>
    public string? AccessToken { get; init; }

    /// <summary>The user to sign in as, by the contract's own token operation; null if there is a token.</summary>
    public string? Username { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>Identifiers for what the contract has no list of: the path that the identifier follows, and the identifier.</summary>
    /// <value>For example <c>/DataRetrievalSessions</c>; empty by default.</value>
    public IReadOnlyDictionary<string, string> Ids { get; init; } = new Dictionary<string, string>();

    /// <summary>The number of identifiers to follow in each list, spread over the list.</summary>
    /// <value>1 or more; default 3.</value>
    public int SampleSize { get; init; } = 3;

    /// <summary>The maximum number of requests per second.</summary>
    /// <value>More than 0; default 10.</value>
    public double RequestsPerSecond { get; init; } = 10;

    /// <summary>The response time above which a response is reported.</summary>
    /// <value>Default 1 second.</value>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum number of requests that explore the server after its verification.</summary>
    /// <value>0 or more; default 0, so that nothing is explored.</value>
    /// <remarks>They are GET and HEAD requests with values at and beyond the bounds and patterns of the contract's parameters (in paths,
    /// queries, headers and cookies, objects property by property), of wrong types, empty, repeated and unknown, first each by itself, then in
    /// combinations. The smallest request with an unexpected response is reported; the requests to find it count.</remarks>
    public int ExplorationRequests { get; init; }

    /// <summary>The seed that the requests of an exploration and their order depend on.</summary>
    /// <value>Any number; default 1. The same seed sends the same requests to a server that responds the same.</value>
    public int ExplorationSeed { get; init; } = 1;

    /// <summary>The clock by which responses are timed and requests are spaced.</summary>
    /// <value>The system's clock by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
