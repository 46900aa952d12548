using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogItems.Contracts.Recording;

/// <summary>Removes secrets that others could sign in with.</summary>
internal static class SecretRemoval
{
    public const string Removed = "REMOVED";

    private static readonly string[] Words = ["authorization", "cookie", "token", "password", "secret", "api-key", "apikey"];
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase) { "token_type", "disable_antiforgery_token" };

    public static string FromHeader(string name, string value) => IsSecret(name) ? Removed : value;

    public static Uri FromAddress(Uri address)
    {
        var query = string.Join('&', address.Query.TrimStart('?').Split('&').Select(FromPair));
        return new UriBuilder(address) { UserName = "", Password = "", Query = query }.Uri;
    }

    /// <summary>The body without the values of its secrets; empty if it may contain secrets and cannot be parsed.</summary>
    public static byte[] FromBody(byte[] body, string contentType, Uri address)
    {
        var isAboutTokens = address.Segments.Any(segment => segment.Trim('/').Equals("token", StringComparison.OrdinalIgnoreCase));
        if (body.Length == 0)
        {
            return body;
        }

        if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8.GetBytes(string.Join('&', Encoding.UTF8.GetString(body).Split('&').Select(FromPair)));
        }

        if (!isAboutTokens && !body.AsSpan().ContainsToken())
        {
            return body;
        }

        return FromJson(body) ?? Encoding.UTF8.GetBytes(Removed);
    }

    private static bool ContainsToken(this Span<byte> body) =>
        body.IndexOf("access_token"u8) >= 0 || body.IndexOf("refresh_token"u8) >= 0 || body.IndexOf("password"u8) >= 0;

    private static byte[]? FromJson(byte[] body)
    {
        try
        {
            var json = JsonNode.Parse(body);
            Clean(json);
            return Encoding.UTF8.GetBytes(json?.ToJsonString() ?? "null");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Clean(JsonNode? node)
    {
        foreach (var item in node as JsonArray ?? [])
        {
            Clean(item);
        }

        foreach (var (name, value) in (node as JsonObject ?? []).ToList())
        {
            if (IsSecret(name) && value is JsonValue)
            {
                ((JsonObject)node!)[name] = Removed;
            }
            else
            {
                Clean(value);
            }
        }
    }

    private static string FromPair(string pair)
    {
        var parts = pair.Split('=', 2);
        return parts.Length == 2 && IsSecret(Uri.UnescapeDataString(parts[0])) ? $"{parts[0]}={Removed}" : pair;
    }

    private static bool IsSecret(string name) =>
        !Harmless.Contains(name) && Array.Exists(Words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
