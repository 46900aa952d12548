namespace LogItems;

/// <summary>The kinds of API errors.</summary>
public enum LogItemsApiErrorKind
{
    /// <summary>Another failure; see the status.</summary>
    Other,

    /// <summary>400: the request was not valid.</summary>
    BadRequest,

    /// <summary>401 or 403: the token was not accepted, or the user may not do this.</summary>
    AccessDenied,

    /// <summary>404: the session or item does not exist; it may have been deleted after its retention time.</summary>
    NotFound,

    /// <summary>429: too many requests.</summary>
    Throttled,

    /// <summary>408, 500, 502, 503 or 504: the service, or a proxy in front of it, cannot respond at the moment.</summary>
    Unavailable,

    /// <summary>The response does not match the contract: HTML from a proxy, invalid JSON, a redirect.</summary>
    UnexpectedResponse,
}
