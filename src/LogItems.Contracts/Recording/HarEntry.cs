using LogItems.Contracts.Conformance;

namespace LogItems.Contracts.Recording;

/// <summary>A recorded exchange.</summary>
/// <param name="Url">The address of the request.</param>
/// <param name="Exchange">The exchange; null if it cannot be checked.</param>
/// <param name="Note">The reason why it cannot be checked completely; null if it can.</param>
/// <param name="HasBody">Whether the body of the response was recorded.</param>
/// <param name="IsUndecodable">Whether the body of the response was recorded in a way that cannot be decoded.</param>
internal sealed record HarEntry(Uri? Url, Exchange? Exchange, string? Note, bool HasBody, bool IsUndecodable)
{
    /// <summary>A note that only a part of the body was recorded; null if it is complete.</summary>
    public string? TruncationNote { get; init; }
}
