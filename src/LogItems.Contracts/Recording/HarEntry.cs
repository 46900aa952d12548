using LogItems.Contracts.Conformance;

namespace LogItems.Contracts.Recording;

/// <summary>A recorded exchange.</summary>
/// <param name="Url">The address of the request.</param>
/// <param name="Exchange">The exchange; null where it cannot be judged.</param>
/// <param name="Note">Why it cannot be judged, or not in full; null where it can.</param>
/// <param name="HasBody">Whether the body of the answer was recorded.</param>
/// <param name="IsUndecodable">Whether the body of the answer was recorded in a way that cannot be decoded.</param>
internal sealed record HarEntry(Uri? Url, Exchange? Exchange, string? Note, bool HasBody, bool IsUndecodable)
{
    /// <summary>That only a part of the body was recorded; null where nothing suggests it.</summary>
    public string? CutNote { get; init; }
}
