namespace LogItems.Contracts;

/// <summary>How a request should be answered.</summary>
internal enum Expectation
{
    /// <summary>With success.</summary>
    Success,

    /// <summary>With 401, since there is no token.</summary>
    Unauthorized,

    /// <summary>With 404, since there is no such thing.</summary>
    NotFound,

    /// <summary>With any 4xx, since the request makes no sense.</summary>
    Refusal,

    /// <summary>With any 4xx; a server may be generous with numbers.</summary>
    RefusalOfNumber,
}
