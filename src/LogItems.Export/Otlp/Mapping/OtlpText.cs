namespace LogItems.Export.Otlp.Mapping;

/// <summary>Truncates texts.</summary>
internal static class OtlpText
{
    /// <summary>Truncates a text without splitting a surrogate pair.</summary>
    public static ReadOnlySpan<char> Truncate(string text, int maxLength) => text.Length <= maxLength
        ? text
        : text.AsSpan(0, char.IsHighSurrogate(text[maxLength - 1]) && char.IsLowSurrogate(text[maxLength]) ? maxLength - 1 : maxLength);
}
