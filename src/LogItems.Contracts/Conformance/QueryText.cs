namespace LogItems.Contracts.Conformance;

/// <summary>Parses queries.</summary>
internal static class QueryText
{
    public static IEnumerable<(string Name, string Value)> Parse(string query) =>
        from pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select (Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");

    /// <summary>Returns the pairs with names decoded and values as sent.</summary>
    public static IEnumerable<(string Name, string Value)> Raw(string query) =>
        from pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select (Decode(parts[0]), parts.Length == 2 ? parts[1] : "");

    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
