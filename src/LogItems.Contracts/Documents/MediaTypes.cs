using System.Net.Http.Headers;

namespace LogItems.Contracts.Documents;

/// <summary>Compares media types without their parameters.</summary>
internal static class MediaTypes
{
    /// <summary>What the contract says about a media type, the most specific entry first; null if it says nothing.</summary>
    public static ContractNode? Find(IReadOnlyList<KeyValuePair<string, ContractNode>> content, string? contentType)
    {
        var actual = NameOf(contentType);
        return actual is null ? null : content
            .Where(entry => Covers(NameOf(entry.Key) ?? entry.Key, actual))
            .OrderBy(entry => entry.Key.Count(character => character == '*'))
            .Select(entry => entry.Value)
            .FirstOrDefault();
    }

    public static bool IsJson(string? contentType) => NameOf(contentType) is { } name
        && (name.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static string? NameOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? parsed.MediaType : null;

    private static bool Covers(string range, string actual) =>
        range == "*/*"
        || string.Equals(range, actual, StringComparison.OrdinalIgnoreCase)
        || (range.EndsWith("/*", StringComparison.Ordinal) && actual.StartsWith(range[..^1], StringComparison.OrdinalIgnoreCase));
}
