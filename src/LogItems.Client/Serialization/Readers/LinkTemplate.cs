namespace LogItems.Serialization.Readers;

/// <summary>A map that other maps are likely to equal, except for the identifier of the object that they belong to.</summary>
internal abstract class LinkTemplate;

/// <inheritdoc/>
/// <remarks>The links of a log item are such a map: they contain only the identifiers of the item and its session.</remarks>
internal sealed class LinkTemplate<T> : LinkTemplate
    where T : ApiModel, new()
{
    /// <summary>Maps with more entries are not searched linearly.</summary>
    private const int MaxEntries = 8;

    private readonly byte[][] _parts;
    private readonly KeyValuePair<string, T>[] _entries;
    private readonly IdentifierUses? _identifier;
    private readonly CopyObject<T> _copy;

    private LinkTemplate(byte[][] parts, IDictionary<string, T> map, Guid identifier, CopyObject<T> copy)
    {
        _parts = parts;
        _entries = [.. map];

        // A text without the identifier needs no replacement.
        _identifier = parts.Length > 1 ? new IdentifierUses(identifier) : null;
        _copy = copy;
    }

    /// <summary>Creates a prototype from a map, which must not be changed from then on; null if copies could differ from the original maps.</summary>
    /// <param name="json">The JSON of the map.</param>
    /// <param name="map">The map.</param>
    /// <param name="identifierText">The identifier of the owner as written; empty if there is none.</param>
    /// <param name="identifier">The identifier of the owner.</param>
    public static LinkTemplate<T>? TryCreate(
        ReadOnlySpan<byte> json, IDictionary<string, T> map, ReadOnlySpan<byte> identifierText, Guid identifier)
    {
        // An escape could hide the identifier; unread values and names are not searched; and an address
        // that cannot be resolved is an issue, which maps created on demand do not have.
        var isPlain = ObjectReaders.Of<T>().Copy is not null && !json.Contains((byte)'\\')
            && map.Count <= MaxEntries && map.Values.All(value => value.Replaces is null && value.ExtensionData is null && value.IsResolvable)
            && !map.Keys.Any(name => name.Contains(identifier.ToString(), StringComparison.Ordinal));
        return isPlain ? new LinkTemplate<T>(Split(json, identifierText), map, identifier, ObjectReaders.Of<T>().Copy!) : null;
    }

    /// <summary>Determines whether the next map differs only in the identifier.</summary>
    public bool TryMatch(ReadOnlySpan<byte> json, ReadOnlySpan<byte> identifierText, out int length)
    {
        length = 0;
        if (_parts.Length > 1 && identifierText.IsEmpty)
        {
            return false;
        }

        for (var part = 0; part < _parts.Length; part++)
        {
            if ((part > 0 && !Skip(json, identifierText, ref length)) || !Skip(json, _parts[part], ref length))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Data derived once from the entries and used for all maps of this template.</summary>
    public object? Derived { get; set; }

    /// <summary>The entries of the original map.</summary>
    public ReadOnlySpan<KeyValuePair<string, T>> Entries => _entries;

    /// <summary>A text of the original map as it is in the map of another object; the same string if it is equal.</summary>
    public string TextFor(string text, Guid identifier) => new IdentifierChange(_identifier, identifier).In(text)!;

    /// <summary>Copies the entries for another object.</summary>
    public KeyValuePair<string, T>[] CopyFor(Guid identifier)
    {
        var change = new IdentifierChange(_identifier, identifier);
        var copy = new KeyValuePair<string, T>[_entries.Length];
        for (var entry = 0; entry < copy.Length; entry++)
        {
            copy[entry] = new(_entries[entry].Key, _copy(_entries[entry].Value, change));
        }

        return copy;
    }

    private static byte[][] Split(ReadOnlySpan<byte> json, ReadOnlySpan<byte> identifierText)
    {
        var parts = new List<byte[]>();
        while (!identifierText.IsEmpty && json.IndexOf(identifierText) is >= 0 and var at)
        {
            parts.Add(json[..at].ToArray());
            json = json[(at + identifierText.Length)..];
        }

        parts.Add(json.ToArray());
        return [.. parts];
    }

    private static bool Skip(ReadOnlySpan<byte> json, ReadOnlySpan<byte> expected, ref int length)
    {
        var isThere = json[length..].StartsWith(expected);
        length += isThere ? expected.Length : 0;
        return isThere;
    }
}
