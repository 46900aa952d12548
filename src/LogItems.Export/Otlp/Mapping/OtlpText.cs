namespace LogItems.Export.Otlp.Mapping;

/// <summary>Truncates texts.</summary>
internal static class OtlpText
{
    /// <summary>The beginning of a text; a surrogate pair is not cut in two.</summary>
    public static ReadOnlySpan<char> Cut(string text, int maxLength) => text.Length <= maxLength
        ? text
        : text.AsSpan(0, char.IsHighSurrogate(text[maxLength - 1]) && char.IsLowSurrogate(text[maxLength]) ? maxLength - 1 : maxLength);
}
