namespace LogItems.Models.Texts;

/// <summary>The forms of texts that name an object, its address, and what went wrong with it.</summary>
internal sealed partial record SubjectFrame(LogItemSubject? Subject, string? Cause)
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;
    private static readonly SubjectFrame None = new(null, null);

    /// <summary>Between an object and the cause: everything behind it is the cause.</summary>
    private static readonly string[] Outcomes = [" completed with warning:", " finished with warning:", " failed with error:"];

    /// <summary>The words for objects; a longer one before a shorter one with the same start.</summary>
    private static readonly (string Word, LogItemSubjectKind Kind)[] Kinds =
    [
        ("mailbox", LogItemSubjectKind.Mailbox),
        ("exchange account", LogItemSubjectKind.Mailbox),
        ("onedrive", LogItemSubjectKind.OneDrive),
        ("personal site", LogItemSubjectKind.PersonalSite),
        ("site", LogItemSubjectKind.Site),
        ("team", LogItemSubjectKind.Team),
        ("group", LogItemSubjectKind.Group),
        ("user", LogItemSubjectKind.User),
    ];

    public static SubjectFrame Read(string text, IReadOnlyList<LogItemReference> references)
    {
        var frame = text.StartsWith("Processing ", AnyCase) ? Processing(text, references)
            : text.StartsWith("Failed to process ", AnyCase) ? FailedToProcess(text)
            : text.StartsWith("Item ", AnyCase) ? Item(text)
            : null;
        return frame is not null
            ? frame with { Subject = frame.Subject is { } subject ? subject with { Id = IdOf(subject, text, references) } : null }
            : NotFound(text, references) ?? None;
    }

    /// <summary>
    /// <c>Processing KIND: NAME (ADDRESS)</c>, <c>Processing KIND: ADDRESS. CAUSE</c>, and
    /// <c>Processing KIND NAME (ADDRESS) finished with warning: CAUSE</c>.
    /// </summary>
    private static SubjectFrame? Processing(string text, IReadOnlyList<LogItemReference> references)
    {
        if (KindAt(text, "Processing ".Length) is not var (kind, end) || end == text.Length || text[end] is not (':' or ' '))
        {
            return null;
        }

        var (outcome, length) = FirstOutcome(text, end);
        if (outcome < 0 && text[end] == ' ')
        {
            return null;
        }

        if (outcome < 0 && EndOfAddress(text, end + 1, references) is var stop and >= 0)
        {
            return new SubjectFrame(SubjectOf(kind, text[(end + 1)..stop]), OrNull(text[(stop + 1)..]));
        }

        return new SubjectFrame(
            SubjectOf(kind, text[(end + 1)..(outcome < 0 ? text.Length : Math.Max(outcome, end + 1))]),
            outcome < 0 ? null : OrNull(text[(outcome + length)..]));
    }

    /// <summary><c>Failed to process KIND: NAME. CAUSE</c>; with an address the colon may be absent.</summary>
    private static SubjectFrame? FailedToProcess(string text)
    {
        if (KindAt(text, "Failed to process ".Length) is not var (kind, end) || end == text.Length || text[end] is not (':' or ' '))
        {
            return null;
        }

        var name = end + 1;
        var stop = EndOfSentence(text, name);
        var subject = SubjectOf(kind, text[name..stop]);
        return text[end] == ' ' && subject?.Address is null
            ? null
            : new SubjectFrame(subject, stop + 1 < text.Length ? OrNull(text[(stop + 1)..]) : null);
    }

    /// <summary><c>Item NAME was opened with warning: CAUSE</c> and <c>Item NAME was opened successfully (…)</c>.</summary>
    private static SubjectFrame? Item(string text)
    {
        const string Warning = " was opened with warning:";
        var start = "Item".Length;
        var outcome = text.IndexOf(Warning, start, AnyCase);
        var end = outcome >= 0 ? outcome : text.IndexOf(" was opened successfully", start, AnyCase);
        return end < 0 || OrNull(text[start..end]) is not { } name
            ? null
            : new SubjectFrame(new LogItemSubject(LogItemSubjectKind.Item, name, null, null), outcome < 0 ? null : OrNull(text[(outcome + Warning.Length)..]));
    }

    /// <summary><c>KIND was not found … (ID: GUID, name: NAME)</c>.</summary>
    private static SubjectFrame? NotFound(string text, IReadOnlyList<LogItemReference> references)
    {
        if (KindAt(text, 0) is not var (kind, end) || string.Compare(text, end, " was not found", 0, " was not found".Length, AnyCase) != 0
            || LastId(text, references) is not { } reference)
        {
            return null;
        }

        var address = reference.Name is { } name && ReferenceScanner.IsMailbox(name) ? name : null;
        return new SubjectFrame(new LogItemSubject(kind, reference.Name, address, Guid.Parse(reference.Value)), null);
    }

    private static (LogItemSubjectKind Kind, int End)? KindAt(string text, int start)
    {
        foreach (var (word, kind) in Kinds)
        {
            if (string.Compare(text, start, word, 0, word.Length, AnyCase) == 0)
            {
                return (kind, start + word.Length);
            }
        }

        return null;
    }

    private static (int Start, int Length) FirstOutcome(string text, int from)
    {
        var first = (Start: -1, Length: 0);
        foreach (var outcome in Outcomes)
        {
            var at = text.IndexOf(outcome, from, first.Start < 0 ? text.Length - from : first.Start - from, AnyCase);
            first = at < 0 ? first : (at, outcome.Length);
        }

        return first;
    }

    private static Guid? IdOf(LogItemSubject subject, string text, IReadOnlyList<LogItemReference> references) =>
        LastId(text, references) is { } reference && (reference.Name is null || reference.Name.Equals(subject.Name, AnyCase))
            ? Guid.Parse(reference.Value)
            : null;

    /// <summary>The identifier in parentheses that ends the text, with or without a full stop; null if the text ends otherwise.</summary>
    private static LogItemReference? LastId(string text, IReadOnlyList<LogItemReference> references)
    {
        for (var index = references.Count - 1; index >= 0; index--)
        {
            if (references[index] is { Kind: LogItemReferenceKind.Id } reference)
            {
                var end = reference.Name is { } name ? $"{name})" : $"{reference.Value})";
                var trimmed = text.TrimEnd('.', ' ');
                return trimmed.EndsWith(end, StringComparison.Ordinal) ? reference : null;
            }
        }

        return null;
    }

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
