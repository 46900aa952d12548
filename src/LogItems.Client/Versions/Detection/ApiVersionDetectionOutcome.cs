namespace LogItems;

/// <summary>The meaning of the responses to the version probes.</summary>
public enum ApiVersionDetectionOutcome
{
    /// <summary>The server serves at least one version that this SDK supports.</summary>
    Served,

    /// <summary>The server responded with 404 for every version.</summary>
    NoneServed,

    /// <summary>The responses do not depend on the version, or are not those of the service: something else responds.</summary>
    NotTheService,

    /// <summary>No response arrived in time.</summary>
    TimedOut,

    /// <summary>Some responses did not arrive, and the others are not conclusive.</summary>
    Incomplete,
}
