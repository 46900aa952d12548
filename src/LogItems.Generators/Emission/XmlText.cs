namespace LogItems.Generators;

/// <summary>Converts the contract's prose to text of a documentation comment: one line, escaped, with code in <c>&lt;c&gt;</c>.</summary>
internal static class XmlText
{
    public static string Of(string markdown)
    {
        var escaped = string.Join(" ", markdown.Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        var parts = escaped.Split('`');
        return parts.Length % 2 == 0 ? escaped : string.Concat(parts.Select((part, index) => index % 2 == 0 ? part : $"<c>{part}</c>"));
    }
}
