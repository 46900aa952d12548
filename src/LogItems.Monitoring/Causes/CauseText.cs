namespace LogItems.Monitoring.Causes;

/// <summary>Removes the variable parts of a reason, so that the same reason has the same text for every object and every night.</summary>
internal static class CauseText
{
    /// <summary>The maximum length of a reason, in characters: what follows is user text.</summary>
    private const int MaxLength = 2_000;

    /// <summary>The maximum number of references to replace; texts of a server have only a few.</summary>
    private const int MaxReferences = 200;

    private const string BackupItem = "Failed to backup item: ";

    /// <param name="text">The reason.</param>
    /// <param name="name">The name of the object, which is removed if it cannot be a word of the reason; null if it is unknown.</param>
    /// <param name="references">The references of the whole text.</param>
    public static string Of(string text, string? name, IReadOnlyList<LogItemReference> references)
    {
        var reason = WithoutItem(Truncate(text));
        if (IsCertain(name))
        {
            reason = reason.Replace(name!, NamedObject.Placeholder, StringComparison.Ordinal);
        }

        foreach (var reference in references.Take(MaxReferences))
        {
            reason = reference.Kind switch
            {
                LogItemReferenceKind.Url => reason.Replace(reference.Value, "{url}", StringComparison.Ordinal),
                LogItemReferenceKind.Mailbox => reason.Replace(reference.Value, "{address}", StringComparison.Ordinal),
                _ => WithoutIdentifier(reason, reference),
            };
        }

        return Truncate(VariableScanner.Replace(reason).TrimEnd('.', ' '));
    }

    /// <summary>Removes the name of the file or message whose backup failed, which can contain commas itself.</summary>
    private static string WithoutItem(string reason)
    {
        if (!reason.StartsWith(BackupItem, StringComparison.OrdinalIgnoreCase))
        {
            return reason;
        }

        for (
            var comma = reason.LastIndexOf(", ", StringComparison.Ordinal);
            comma > BackupItem.Length;
            comma = reason.LastIndexOf(", ", comma - 1, StringComparison.Ordinal))
        {
            if (comma + 2 < reason.Length && char.IsUpper(reason[comma + 2]))
            {
                return $"{reason[..BackupItem.Length]}{NamedObject.Placeholder}{reason[comma..]}";
            }
        }

        return $"{reason[..BackupItem.Length]}{NamedObject.Placeholder}";
    }

    /// <summary>Removes <c>(ID: guid, name: X)</c> and <c>(listID: guid, itemID: guid)</c> with the space before.</summary>
    private static string WithoutIdentifier(string reason, LogItemReference reference)
    {
        var at = reason.IndexOf(reference.Value, StringComparison.OrdinalIgnoreCase);
        var open = at <= 0 ? -1 : reason.LastIndexOf('(', at);
        if (open < 0)
        {
            return reason;
        }

        var from = at + reference.Value.Length;
        from = reference.Name is { } name && reason.IndexOf(name, from, StringComparison.Ordinal) is >= 0 and var found ? found + name.Length : from;
        var close = reason.IndexOf(')', from);
        return close < 0 ? reason : $"{reason[..open].TrimEnd(' ')}{reason[(close + 1)..]}";
    }

    /// <summary>A single word can be part of the reason: a site can have the name Site.</summary>
    private static bool IsCertain(string? name) => name is { Length: > 3 } && name.AsSpan().ContainsAny(" @/");

    private static string Truncate(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        return char.IsHighSurrogate(text[MaxLength - 1]) ? text[..(MaxLength - 1)] : text[..MaxLength];
    }
}
