namespace LogItems.Contracts.Documents;

/// <summary>The name of a media type, with its parameters.</summary>
internal sealed record MediaTypeName(string Type, string Subtype, string Parameters)
{
    public static MediaTypeName Parse(string text)
    {
        var parts = text.Split(';', 2);
        var names = parts[0].Split('/', 2);
        var parameters = parts.ElementAtOrDefault(1)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new MediaTypeName(
            Normal(names[0]),
            Normal(names.ElementAtOrDefault(1) ?? ""),
            string.Join(';', (parameters ?? []).Order(StringComparer.Ordinal)));
    }

    public bool IsXml => Subtype is "xml" || Subtype.EndsWith("+xml", StringComparison.Ordinal);

    /// <summary>Gets whether values are written as text, so that a number is a string too: in forms, XML and plain text. A range such as
    /// <c>*/*</c> includes JSON.</summary>
    public bool IsText => IsXml || Type is "text" or "multipart" && !HasJsonSuffix(Subtype) || Subtype is "x-www-form-urlencoded";

    public static bool IsJson(string? text) => text is not null && HasJsonSuffix(Parse(text).Subtype);

    /// <summary>The entry of a contract for a media type without its parameters, the most specific one first; null if absent.</summary>
    public static ContractNode? Find(IReadOnlyList<KeyValuePair<string, ContractNode>> content, string? contentType)
    {
        var actual = Parse(contentType ?? "");
        return actual.Subtype.Length == 0 ? null : content
            .Select(entry => (entry.Value, Type: Parse(entry.Key)))
            .Where(entry => (entry.Type.Type is "*" || entry.Type.Type == actual.Type) && (entry.Type.Subtype is "*" || entry.Type.Subtype == actual.Subtype))
            .OrderBy(entry => entry.Type.Subtype is "*")
            .ThenBy(entry => entry.Type.Type is "*")
            .Select(entry => entry.Value)
            .FirstOrDefault();
    }

    /// <summary>Determines whether this type includes the other one: <c>text/*</c> covers <c>text/csv</c>,
    /// <c>application/json</c> covers <c>application/problem+json</c>.</summary>
    public bool Covers(MediaTypeName other) =>
        this != other && Parameters == other.Parameters
        && ((Type is "*" || Type == other.Type) && Subtype is "*"
            || Type == other.Type && other.Subtype.EndsWith($"+{Subtype}", StringComparison.Ordinal));

    /// <summary>Determines whether two names are equal, apart from a charset that is the default for JSON.</summary>
    public static bool AreSame(MediaTypeName one, MediaTypeName other) =>
        one.WithoutUtf8() == other.WithoutUtf8() && HasJsonSuffix(one.Subtype);

    private static bool HasJsonSuffix(string subtype) => subtype is "json" || subtype.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Determines whether a caller that can read one can read the other: the same type, or JSON, in the same charset.</summary>
    public bool IsReadLike(MediaTypeName other) =>
        ((Type, Subtype) == (other.Type, other.Subtype) || (HasJsonSuffix(Subtype) && HasJsonSuffix(other.Subtype)))
        && Charset(WithoutUtf8()) == Charset(other.WithoutUtf8());

    private static string? Charset(MediaTypeName name) => name.Parameters.Split(';')
        .FirstOrDefault(parameter => parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?.ToLowerInvariant();

    private MediaTypeName WithoutUtf8() => this with
    {
        Parameters = string.Join(';', Parameters.Split(';').Where(parameter =>
            !parameter.Replace("\"", "", StringComparison.Ordinal).Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase))),
    };

    private static string Normal(string text) => text.Trim().ToLowerInvariant();
}
