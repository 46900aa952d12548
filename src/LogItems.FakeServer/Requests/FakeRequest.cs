namespace LogItems.FakeServer;

/// <summary>A request that the server has processed.</summary>
/// <remarks>Contains no headers and no body, and therefore no secrets.</remarks>
/// <param name="Method">The HTTP method, for example <c>GET</c>.</param>
/// <param name="Path">The path as sent, including the version.</param>
/// <param name="Query">The query string with its question mark, or an empty string.</param>
/// <param name="Version">The version in the path, served or not; null if absent.</param>
/// <param name="Status">The HTTP status of the response; 0 if the connection was reset before all headers were sent.</param>
public sealed record FakeRequest(string Method, string Path, string Query, ApiVersion? Version, int Status)
{
    /// <summary>The requested operation, for example <c>ListLogItems</c>; null if no version of the API has it.</summary>
    /// <remarks>The requested version may be one that is not served, or one that does not support the operation.</remarks>
    public string? Operation { get; init; }

    /// <summary>The injected fault; null for none.</summary>
    public FakeFaultKind? Fault { get; init; }
}
