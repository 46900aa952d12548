namespace LogItems.Contracts;

/// <summary>A request and its answer, as far as a contract can judge them.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's path, percent-encoded as sent, with the version segment or without it.</param>
/// <param name="Query">The request's query, with or without the question mark; empty if there is none.</param>
/// <param name="Status">The status code of the answer.</param>
/// <param name="ContentType">The answer's <c>Content-Type</c>, or null if there is none.</param>
/// <param name="Body">The answer's body.</param>
public sealed record Exchange(
    string Method, string Path, string Query, int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The request line and the status, which name the exchange in findings; the query is left out.</summary>
    public override string ToString() => $"{Method.ToUpperInvariant()} {Path} ({Status})";
}
