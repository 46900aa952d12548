namespace LogItems.Contracts.Documents;

/// <summary>Interns the words of a document, because the same few keys and short values occur thousands of times.</summary>
internal sealed class SharedWords
{
    private const int MaxLength = 32;
    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public SharedWords()
    {
        _words = new(StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Returns the first equal text if it is short.</summary>
    public string Shared(string text)
    {
        if (text.Length > MaxLength)
        {
            return text;
        }

        if (!_words.TryGetValue(text, out var known))
        {
            _words.Add(known = text);
        }

        return known;
    }

    /// <summary>Returns the characters as a text; the first equal one if it is short.</summary>
    public string Shared(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return text.ToString();
        }

        if (!_lookup.TryGetValue(text, out var known))
        {
            _words.Add(known = text.ToString());
        }

        return known;
    }
}
