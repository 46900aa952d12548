namespace LogItems.FakeServer;

/// <summary>A request that the server has answered.</summary>
/// <remarks>Contains no headers and no body, and therefore no secrets.</remarks>
/// <param name="Method">The HTTP method, for example <c>GET</c>.</param>
/// <param name="Path">The path as sent, including the version.</param>
/// <param name="Query">The query string with its question mark, or an empty string.</param>
/// <param name="Version">The version in the path, served or not; null if absent.</param>
/// <param name="Status">The HTTP status of the response; 0 if the connection was reset before all headers were sent.</param>
public sealed record FakeRequest(string Method, string Path, string Query, ApiVersion? Version, int Status)
{
    /// <summary>The operation that was asked for, for example <c>ListLogItems</c>; null for none that any version of the API has.</summary>
    /// <remarks>The requested version may be one that is not served, or one that does not support the operation.</remarks>
    public string? Operation { get; init; }

    /// <summary>The fault that the request met; null for none.</summary>
    public FakeFaultKind? Fault { get; init; }
}
