namespace LogItems;

/// <summary>What the answers to the question for API versions mean.</summary>
public enum ApiVersionDetectionOutcome
{
    /// <summary>At least one version is served that this SDK speaks.</summary>
    Served,

    /// <summary>The server answered 404 for every version.</summary>
    NoneServed,

    /// <summary>The answers do not depend on the version, or are none that the service gives: something else answers.</summary>
    NotTheService,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>Some answers did not come, and those that came do not settle it.</summary>
    Incomplete,
}
