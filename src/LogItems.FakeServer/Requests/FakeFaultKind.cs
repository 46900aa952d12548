namespace LogItems.FakeServer;

/// <summary>The kinds of injected faults.</summary>
public enum FakeFaultKind
{
    /// <summary><c>500</c>: the service failed, with that version's error body.</summary>
    ServerError,

    /// <summary><c>503</c>: the service is not ready, with that version's error body and <c>Retry-After</c>.</summary>
    Unavailable,

    /// <summary><c>429</c>: too many requests, with that version's error body and <c>Retry-After</c>.</summary>
    TooManyRequests,

    /// <summary><c>reset</c>: the connection is reset before the response, in the middle of its headers or of its body.</summary>
    /// <remarks>Data that the client has not received yet, beyond about 60 KB, is lost with the connection.</remarks>
    Reset,

    /// <summary><c>truncate</c>: the connection is closed in the middle of the body, whose length was declared or which was sent in
    /// chunks.</summary>
    Truncate,

    /// <summary><c>html502</c>: a proxy responds instead of the service, 502 with an HTML page.</summary>
    Html502,

    /// <summary><c>empty401</c>: 401 with an empty body, although the token is valid.</summary>
    Empty401,

    /// <summary><c>slow</c>: the correct response, sent slowly.</summary>
    Slow,

    /// <summary><c>garbage</c>: 200 with a body that becomes invalid JSON at some point.</summary>
    Garbage,

    /// <summary><c>nulls</c>: the correct entries with the correct IDs, but with values that their schema forbids: nulls, other
    /// types, unknown enum values.</summary>
    Nulls,
}
