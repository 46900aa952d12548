namespace LogItems.Contracts.Documents;

/// <summary>The words of a document, each stored once: the same few keys and short values occur thousands of times.</summary>
internal sealed class SharedWords
{
    private const int Longest = 32;
    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public SharedWords()
    {
        _words = new(StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The first text that is equal, where it is short.</summary>
    public string Shared(string text)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        if (!_words.TryGetValue(text, out var known))
        {
            _words.Add(known = text);
        }

        return known;
    }

    /// <summary>The characters as a text; the first that is equal, where it is short.</summary>
    public string Shared(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
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
