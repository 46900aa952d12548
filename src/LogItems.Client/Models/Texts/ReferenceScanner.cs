namespace LogItems.Models.Texts;

/// <summary>Finds references in one pass over the text.</summary>
/// <remarks>
/// Each of the three characters in <see cref="Triggers"/> is examined once. A mailbox is extended to the left no further than the previous one,
/// a web address is skipped as a whole, and what follows a parenthesis is limited in length: the time is linear in the text's length.
/// </remarks>
internal ref struct ReferenceScanner
{
    /// <summary>The longest name printed with an identifier; directories limit display names to 256 characters.</summary>
    private const int MaxNameLength = 1024;

    private const int GuidLength = 36;
    private static readonly char[] Triggers = ['@', ':', '('];
    private static readonly char[] SentencePunctuation = ['.', ',', ';', ':', '!', '?'];

    private readonly string _text;
    private List<LogItemReference>? _found;

    /// <summary>The end of the last reference.</summary>
    private int _start;

    private ReferenceScanner(string text) => _text = text;

    public static IReadOnlyList<LogItemReference> Scan(string text)
    {
        var scanner = new ReferenceScanner(text);
        for (var at = text.IndexOfAny(Triggers); at >= 0; at = at < text.Length ? text.IndexOfAny(Triggers, at) : -1)
        {
            at = Math.Max(at + 1, text[at] switch
            {
                '@' => scanner.ReadMailbox(at),
                ':' => scanner.ReadUrl(at),
                _ => scanner.ReadIdentifiers(at),
            });
        }

        return (IReadOnlyList<LogItemReference>?)scanner._found ?? [];
    }

    /// <summary>Determines whether the whole text is a web address.</summary>
    public static bool IsUrl(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Determines whether the whole text is an e-mail address.</summary>
    public static bool IsMailbox(string text)
        => text.IndexOf('@') > 0 && Scan(text) is [{ Kind: LogItemReferenceKind.Mailbox } only] && only.Value.Length == text.Length;

    /// <summary>Reads <c>local@domain.tld</c> around an <c>@</c>; returns where to continue.</summary>
    private int ReadMailbox(int at)
    {
        var first = at;
        while (first > _start && IsLocalPart(_text[first - 1]))
        {
            first--;
        }

        while (first < at && !IsWord(_text[first]))
        {
            first++;
        }

        var end = EndOfLabel(at + 1);
        var domain = end;
        while (end > at + 1 && end < _text.Length && _text[end] == '.' && EndOfLabel(end + 1) is var next && next > end + 1)
        {
            end = next;
        }

        if (first == at || end == domain)
        {
            return at;
        }

        Add(LogItemReferenceKind.Mailbox, _text[first..end]);
        return _start = end;
    }

    /// <summary>Reads <c>http://…</c> or <c>https://…</c> around its colon; returns where to continue.</summary>
    private int ReadUrl(int colon)
    {
        if (string.CompareOrdinal(_text, colon, "://", 0, 3) != 0)
        {
            return colon;
        }

        var first = EndsWith("https", colon) ? colon - 5 : EndsWith("http", colon) ? colon - 4 : -1;
        if (first < _start || (first > 0 && IsWord(_text[first - 1])))
        {
            return colon;
        }

        var end = colon + 3;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not ('"' or '\'' or '<' or '>' or '(' or ')'))
        {
            end++;
        }

        // Punctuation after an address belongs to the sentence.
        var url = _text[first..end].TrimEnd(SentencePunctuation);
        if (url.Length > colon + 3 - first)
        {
            Add(LogItemReferenceKind.Url, url);
        }

        return _start = end;
    }

    private readonly bool EndsWith(string scheme, int end) =>
        end >= scheme.Length && string.Compare(_text, end - scheme.Length, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Reads <c>(ID: guid)</c>, <c>(ID: guid, name: X)</c> or <c>(listID: guid, itemID: guid)</c>; returns where to continue.</summary>
    private int ReadIdentifiers(int parenthesis)
    {
        var at = parenthesis + 1;
        if (!TryReadIdentifier("ID:", ref at, out var id))
        {
            return ReadListItem(parenthesis);
        }

        if (at == _text.Length || _text[at] is not (')' or ','))
        {
            return parenthesis;
        }

        string? name = null;
        if (TryRead(",", ref at) && TryRead("name:", ref at) && EndOfName(at) is var end and >= 0)
        {
            name = _text[at..end].Trim();
        }

        // A name can be an address as well, so scanning continues there.
        Add(LogItemReferenceKind.Id, id, name is { Length: > 0 } ? name : null);
        return _start = at;
    }

    private int ReadListItem(int parenthesis)
    {
        var at = parenthesis + 1;
        if (!TryReadIdentifier("listID:", ref at, out var list) || !TryRead(",", ref at)
            || !TryReadIdentifier("itemID:", ref at, out var item) || at == _text.Length || _text[at] != ')')
        {
            return parenthesis;
        }

        Add(LogItemReferenceKind.ListId, list);
        Add(LogItemReferenceKind.ItemId, item);
        return _start = at;
    }

    private readonly bool TryReadIdentifier(string key, ref int at, out string value)
    {
        value = "";
        if (!TryRead(key, ref at) || at + GuidLength > _text.Length || !Guid.TryParseExact(_text.Substring(at, GuidLength), "D", out _))
        {
            return false;
        }

        value = _text.Substring(at, GuidLength);
        at += GuidLength;
        return true;
    }

    /// <summary>Reads a key, in any letter case, and at most one space after it.</summary>
    private readonly bool TryRead(string key, ref int at)
    {
        if (string.Compare(_text, at, key, 0, key.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        at += key.Length;
        if (at < _text.Length && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return true;
    }

    /// <summary>The parenthesis that ends a name, which can contain parentheses itself; -1 if there is none within the maximum length.</summary>
    private readonly int EndOfName(int start)
    {
        var depth = 0;
        for (var at = start; at < _text.Length && at - start <= MaxNameLength; at++)
        {
            if (_text[at] == '(')
            {
                depth++;
            }
            else if (_text[at] == ')' && depth-- == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private readonly int EndOfLabel(int at)
    {
        while (at < _text.Length && (IsWord(_text[at]) || _text[at] == '-'))
        {
            at++;
        }

        return at;
    }

    private void Add(LogItemReferenceKind kind, string value, string? name = null) => (_found ??= []).Add(new LogItemReference(kind, value) { Name = name });

    private static bool IsLocalPart(char c) => IsWord(c) || c is '.' or '%' or '+' or '-';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || (c > '\x7f' && char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
}
