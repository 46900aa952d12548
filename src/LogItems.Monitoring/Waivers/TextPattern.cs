namespace LogItems.Monitoring.Waivers;

/// <summary>A pattern in which <c>*</c> matches any characters, compared with the whole text regardless of letter case.</summary>
internal static class TextPattern
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    public static bool Matches(string pattern, string text)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return text.Equals(pattern, AnyCase);
        }

        if (!text.StartsWith(parts[0], AnyCase))
        {
            return false;
        }

        // The first match leaves most of the text for the following parts.
        var at = parts[0].Length;
        foreach (var part in parts.AsSpan(1, parts.Length - 2))
        {
            var found = text.IndexOf(part, at, AnyCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], AnyCase);
    }
}
