namespace LogItems.Monitoring.Causes;

/// <summary>An object that is named inside a text without a known frame: <c>… is disabled for site: Sales. …</c>, <c>(mailbox: a@b.c)</c>.</summary>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="Rest">The text with the placeholder in place of the name.</param>
internal sealed record NamedObject(LogItemSubjectKind Kind, string Name, string Rest)
{
    public const string Placeholder = "{name}";

    private const string SharePointHost = ".sharepoint.com/";

    /// <summary>The maximum length of a name; anything longer is text.</summary>
    private const int MaxName = 256;

    private static readonly (string Word, LogItemSubjectKind Kind)[] Kinds =
    [
        ("mailbox: ", LogItemSubjectKind.Mailbox),
        ("OneDrive: ", LogItemSubjectKind.OneDrive),
        ("site: ", LogItemSubjectKind.Site),
        ("team: ", LogItemSubjectKind.Team),
        ("group: ", LogItemSubjectKind.Group),
        ("user: ", LogItemSubjectKind.User),
    ];

    public string? Address => Name.Contains("://", StringComparison.Ordinal)
        || (Name.Contains('@', StringComparison.Ordinal) && !Name.Contains(' ', StringComparison.Ordinal)) ? Name : null;

    public static NamedObject? Find(string text)
    {
        foreach (var (word, kind) in Kinds)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || text[at - 1] is not (' ' or '('))
            {
                continue;
            }

            var start = at + word.Length;
            var end = text.IndexOf(text[at - 1] == '(' ? ")" : ". ", start, StringComparison.Ordinal);
            end = end < 0 ? text.TrimEnd('.', ' ').Length : end;
            if (end - start is > 0 and <= MaxName && text[start..end].Trim() is { Length: > 0 } name)
            {
                return new(kind, name, $"{text[..start]}{Placeholder}{text[end..]}");
            }
        }

        return null;
    }

    /// <summary>The only mailbox or site whose address is in a text; null if there is not exactly one.</summary>
    public static (LogItemSubjectKind Kind, string Address)? FromReferences(IReadOnlyList<LogItemReference> references)
    {
        var found = references
            .Where(reference => reference.Kind == LogItemReferenceKind.Mailbox
                || (reference.Kind == LogItemReferenceKind.Url && reference.Value.Contains(SharePointHost, StringComparison.OrdinalIgnoreCase)))
            .DistinctBy(reference => reference.Value, StringComparer.OrdinalIgnoreCase)
            .Take(2)
            .ToList();
        return found is [var only]
            ? (only.Kind == LogItemReferenceKind.Mailbox ? LogItemSubjectKind.Mailbox : LogItemSubjectKind.Site, only.Value)
            : null;
    }

    /// <summary>Removes the name of the subject from a text without a cause: <c>Processing team: Sales</c>.</summary>
    public static string Remove(string text, string? name)
    {
        if (name is null)
        {
            return text;
        }

        // The word for the kind can also occur in a name.
        var at = text.IndexOf($": {name}", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2
            : text.IndexOf($" {name}", StringComparison.Ordinal) is >= 0 and var space ? space + 1
            : -1;
        return at < 0 ? text : $"{text[..at]}{Placeholder}{text[(at + name.Length)..]}";
    }
}
