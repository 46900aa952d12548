namespace LogItems;

/// <summary>A version of the service's REST API, as it stands in the first segment of every path.</summary>
/// <remarks>The numeric value is the number in the path; 0 is no version and is refused everywhere.</remarks>
public enum ApiVersion
{
    /// <summary>API v2: bare arrays, no paging, items carry <c>title</c>.</summary>
    V2 = 2,

    /// <summary>API v3: pages with <c>offset</c> and <c>limit</c>.</summary>
    V3 = 3,

    /// <summary>API v4.</summary>
    V4 = 4,

    /// <summary>API v5.</summary>
    V5 = 5,

    /// <summary>API v6: relative links, retrieval sessions.</summary>
    V6 = 6,

    /// <summary>API v7: error codes, logout.</summary>
    V7 = 7,

    /// <summary>API v8: items carry <c>type</c> and <c>message</c> instead of <c>title</c>; filter and order on the server.</summary>
    V8 = 8,
}
