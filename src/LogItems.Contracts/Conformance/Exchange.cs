namespace LogItems.Contracts.Conformance;

/// <summary>A request and its response, as far as they can be checked against a contract.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's path, percent-encoded as sent, with the version segment or without it.</param>
/// <param name="Query">The request's query, with or without the question mark; empty if there is none.</param>
/// <param name="Status">The status code of the response.</param>
/// <param name="ContentType">The response's <c>Content-Type</c>, or null if absent.</param>
/// <param name="Body">The response's body.</param>
public sealed record Exchange(
    string Method, string Path, string Query, int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Gets whether the query is checked as well.</summary>
    /// <value>True by default; false for a request that is invalid on purpose.</value>
    public bool ChecksRequest { get; init; } = true;

    /// <summary>The request's <c>Content-Type</c>; null if absent or unknown.</summary>
    public string? RequestContentType { get; init; }

    /// <summary>The request's body; null if absent or unknown, so that it is not checked.</summary>
    public ReadOnlyMemory<byte>? RequestBody { get; init; }

    /// <summary>The fields of a form that was recorded without its text; null if absent.</summary>
    public IReadOnlyList<(string Name, string Value)>? RequestFields { get; init; }

    /// <summary>The source of the recorded exchange, for example <c>traffic.har entry 12</c>; null for one that was not recorded.</summary>
    public string? Source { get; init; }

    /// <summary>Returns the request line without the query and the status, which identify the exchange in findings.</summary>
    public override string ToString() =>
        $"{(Source is null ? "" : $"{Source}: ")}{Method.ToUpperInvariant()} {Path} ({Status})";
}
