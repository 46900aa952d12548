namespace LogItems.Contracts.Verification;

/// <summary>The options of the verification of a server.</summary>
public sealed class VerificationOptions
{
    /// <summary>The token to send with requests.</summary>
    /// <value>Null by default: <see cref="Username"/> is used to sign in, or the contract requires no token.</value>
    public string? AccessToken { get; init; }

    /// <summary>The user to sign in as, by the contract's own token operation; null if there is a token.</summary>
    public string? Username { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>Identifiers of resources that no list of the contract contains: the path before the identifier, and the identifier.</summary>
    /// <value>For example <c>/DataRetrievalSessions</c>; empty by default.</value>
    public IReadOnlyDictionary<string, string> Ids { get; init; } = new Dictionary<string, string>();

    /// <summary>The number of identifiers to use from each list, spread over the list.</summary>
    /// <value>1 or more; default 3.</value>
    public int SampleSize { get; init; } = 3;

    /// <summary>The maximum number of requests per second.</summary>
    /// <value>More than 0; default 10.</value>
    public double RequestsPerSecond { get; init; } = 10;

    /// <summary>The response time above which a response is reported.</summary>
    /// <value>Default 1 second.</value>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum number of requests for exploring the server after its verification.</summary>
    /// <value>0 or more; default 0 (no exploration).</value>
    /// <remarks>They are GET and HEAD requests with values at and beyond the bounds and patterns of the contract's parameters (in paths,
    /// queries, headers and cookies, objects property by property), of wrong types, empty, repeated and unknown, first individually, then in
    /// combinations. The smallest request with an unexpected response is reported; the requests to find it are included.</remarks>
    public int ExplorationRequests { get; init; }

    /// <summary>The seed that determines the requests of an exploration and their order.</summary>
    /// <value>Any number; default 1. The same seed results in the same requests if the server's responses are the same.</value>
    public int ExplorationSeed { get; init; } = 1;

    /// <summary>The clock for timing responses and limiting the rate of requests.</summary>
    /// <value>The system's clock by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
