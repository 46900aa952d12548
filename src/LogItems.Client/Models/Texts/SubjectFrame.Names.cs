namespace LogItems.Models.Texts;

/// <summary>Finds the end of an object's name, and parses it.</summary>
internal sealed partial record SubjectFrame
{
    /// <summary>A period after one of these belongs to the name.</summary>
    private static readonly string[] Abbreviations = ["Dr", "Mr", "Mrs", "Ms", "Prof", "St"];

    /// <summary>The period between an address, whose end is certain, and a cause; -1 if the text does not begin with the two.</summary>
    private static int EndOfAddress(ParsedText parsed, int from)
    {
        var text = parsed.Text;
        if (text.IndexOf(". ", from, StringComparison.Ordinal) < 0)
        {
            return -1;
        }

        while (from < text.Length && text[from] == ' ')
        {
            from++;
        }

        foreach (var reference in parsed.References)
        {
            if (reference.Kind is LogItemReferenceKind.Mailbox or LogItemReferenceKind.Url
                && string.CompareOrdinal(text, from, reference.Value, 0, reference.Value.Length) == 0)
            {
                var end = from + reference.Value.Length;
                return end + 1 < text.Length && text[end] == '.' && text[end + 1] == ' ' ? end : -1;
            }
        }

        return -1;
    }

    /// <summary>The period between a name and its cause, outside parentheses; the text's end if there is none.</summary>
    private static int EndOfSentence(string text, int from)
    {
        var depth = 0;
        var inParentheses = -1;
        for (var at = from; at < text.Length; at++)
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' && depth > 0 ? -1 : 0;
            if (text[at] != '.' || (at + 1 < text.Length && text[at + 1] != ' ') || IsAbbreviation(text, from, at))
            {
                continue;
            }

            if (depth == 0)
            {
                return at;
            }

            // A parenthesis that is never closed is part of the name.
            inParentheses = inParentheses < 0 ? at : inParentheses;
        }

        return depth > 0 && inParentheses >= 0 ? inParentheses : text.Length;
    }

    private static bool IsAbbreviation(string text, int from, int stop) => Array.Exists(Abbreviations, word =>
        stop - word.Length >= from
        && string.CompareOrdinal(text, stop - word.Length, word, 0, word.Length) == 0
        && text[stop - word.Length - 1] is ' ' or ':' or '('
        && stop + 1 < text.Length && text.IndexOf(". ", stop + 1, StringComparison.Ordinal) >= 0);

    /// <summary>A name, <c>NAME (ADDRESS)</c>, <c>NAME ()</c>, <c>NAME, ADDRESS</c> or an address alone; null if it is empty.</summary>
    private static LogItemSubject? SubjectOf(LogItemSubjectKind kind, string printed)
    {
        var name = printed.Trim();
        var unpunctuated = name.TrimEnd('.');
        if (IsAddress(unpunctuated))
        {
            return new LogItemSubject(kind, unpunctuated, unpunctuated, null);
        }

        if (name.Length > 0 && name[^1] == ')' && LastGroup(name) is var open and >= 0)
        {
            var address = name[(open + 1)..^1].Trim();
            if (address.Length == 0 || IsAddress(address))
            {
                return new LogItemSubject(kind, OrNull(name[..open]) ?? OrNull(address), OrNull(address), null) is { Name: not null } subject ? subject : null;
            }
        }

        var space = name.LastIndexOf(' ');
        var last = name[(space + 1)..];
        return space > 0 && ReferenceScanner.IsUrl(last.AsSpan())
            ? new LogItemSubject(kind, OrNull(name[..space].TrimEnd(' ', ',')) ?? last, last, null)
            : name.Length == 0 ? null : new LogItemSubject(kind, name, null, null);
    }

    private static bool IsAddress(string text) =>
        (ReferenceScanner.IsUrl(text.AsSpan()) && !text.Contains(' ', StringComparison.Ordinal)) || ReferenceScanner.IsMailbox(text);

    /// <summary>The parenthesis that opens the group at a text's end; -1 if it is never opened.</summary>
    private static int LastGroup(string text)
    {
        var depth = 0;
        for (var at = text.Length - 1; at >= 0; at--)
        {
            depth += text[at] == ')' ? 1 : text[at] == '(' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
