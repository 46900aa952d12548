using System.Net;
using LogItems.Serialization.Utf8;

namespace LogItems.Responses;

/// <summary>Checks whether the body of a token response is complete.</summary>
internal static class TokenBody
{
    /// <summary>Determines whether a token was issued in a truncated response: a retry may return a complete one.</summary>
    public static async Task<bool> IsIncompleteAsync(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK
        && await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false) is { Length: <= BodyText.Limit } body
        && ShortfallOf(body, response.Content) is not null;

    /// <summary>The indication that a response is truncated, to follow "but"; null if there is none.</summary>
    public static string? ShortfallOf(byte[] body, HttpContent content)
    {
        var json = Utf8Body.Of(body, content).Span;
        var position = 0;
        return StrictJson.SkipWhiteSpace(json, ref position) < 0 ? "without a token: the body is empty"
            : StrictJson.IsCutOff(json, StrictJson.Start) ? "without a token: the body ends before its JSON does"
            : null;
    }
}
