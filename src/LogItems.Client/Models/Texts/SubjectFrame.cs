namespace LogItems.Models.Texts;

/// <summary>The formats of texts that name an object, its address, and the cause of a problem.</summary>
internal sealed partial record SubjectFrame(LogItemSubject? Subject, string? Cause)
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;
    private static readonly SubjectFrame None = new(null, null);

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

    public static SubjectFrame Read(ParsedText parsed)
    {
        var text = parsed.Text;
        var frame = text.StartsWith("Processing ", AnyCase) ? Processing(parsed)
            : text.StartsWith("Failed to process ", AnyCase) ? FailedToProcess(text)
            : text.StartsWith("Item ", AnyCase) ? Item(text)
            : null;
        if (frame is null)
        {
            return NotFound(parsed) ?? None;
        }

        return frame.Subject is { } subject && IdOf(subject, parsed) is { } id ? frame with { Subject = subject with { Id = id } } : frame;
    }

    /// <summary>
    /// <c>Processing KIND: NAME (ADDRESS)</c>, <c>Processing KIND: ADDRESS. CAUSE</c>, and
    /// <c>Processing KIND NAME (ADDRESS) finished with warning: CAUSE</c>.
    /// </summary>
    private static SubjectFrame? Processing(ParsedText parsed)
    {
        var text = parsed.Text;
        if (KindAt(text, "Processing ".Length) is not var (kind, end) || end == text.Length || text[end] is not (':' or ' '))
        {
            return null;
        }

        var (outcome, length) = SubjectOutcome.First(text, end);
        if (outcome < 0 && text[end] == ' ')
        {
            return null;
        }

        if (outcome < 0 && EndOfAddress(parsed, end + 1) is var stop and >= 0)
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
    private static SubjectFrame? NotFound(ParsedText parsed)
    {
        var text = parsed.Text;
        if (KindAt(text, 0) is not var (kind, end) || string.Compare(text, end, " was not found", 0, " was not found".Length, AnyCase) != 0
            || LastId(parsed) is not { } reference)
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

    private static Guid? IdOf(LogItemSubject subject, ParsedText parsed) =>
        LastId(parsed) is { } reference && (reference.Name is null || reference.Name.Equals(subject.Name, AnyCase)) ? Guid.Parse(reference.Value) : null;

    /// <summary>The identifier in parentheses that ends the text, with or without a period; null if there is none.</summary>
    private static LogItemReference? LastId(ParsedText parsed)
    {
        var trimmed = parsed.Text.AsSpan().TrimEnd(". ".AsSpan());
        if (trimmed.IsEmpty || trimmed[trimmed.Length - 1] != ')')
        {
            // Most texts end differently and need not be searched for references.
            return null;
        }

        var references = parsed.References;
        for (var index = references.Count - 1; index >= 0; index--)
        {
            if (references[index] is { Kind: LogItemReferenceKind.Id } reference)
            {
                return trimmed.EndsWith($"{reference.Name ?? reference.Value})".AsSpan()) ? reference : null;
            }
        }

        return null;
    }

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
