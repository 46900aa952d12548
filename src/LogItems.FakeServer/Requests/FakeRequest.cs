namespace LogItems.FakeServer;

/// <summary>A request that the server answered, as a test asserts on it.</summary>
/// <remarks>Holds no header and no body, so no secret.</remarks>
/// <param name="Method">The HTTP method, for example <c>GET</c>.</param>
/// <param name="Path">The path as it was sent, version included.</param>
/// <param name="Query">The query with its question mark, or an empty text.</param>
/// <param name="Version">The version in the path, served or not; null where there is none.</param>
/// <param name="Status">The HTTP status that was answered; 0 where the connection was reset before all headers were sent.</param>
public sealed record FakeRequest(string Method, string Path, string Query, ApiVersion? Version, int Status)
{
    /// <summary>The operation that was asked for, for example <c>ListLogItems</c>; null for none that any version of the API has.</summary>
    /// <remarks>The version that was asked for need not be one that is served, or one that has the operation.</remarks>
    public string? Operation { get; init; }

    /// <summary>The fault that the request met; null for none.</summary>
    public FakeFaultKind? Fault { get; init; }
}
