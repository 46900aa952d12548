using System.Buffers;
using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>Reads JSON into nodes that know their place, many times as fast as a reader of YAML.</summary>
/// <remarks>Only what is JSON to the letter, and has nothing that a document must not have: anything else is left to
/// <see cref="NodeReader"/>, which reports it.</remarks>
internal sealed class JsonNodeReader
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("+-.0123456789eE");

    private readonly JsonCharacters _text;
    private readonly string _file;
    private readonly CancellationToken _cancellationToken;

    private JsonNodeReader(string text, string file, CancellationToken cancellationToken) =>
        (_text, _file, _cancellationToken) = (new JsonCharacters(text), file, cancellationToken);

    /// <summary>Reads a document; null if it is not JSON, or faulty.</summary>
    public static ContractNode? TryRead(string text, string file, CancellationToken cancellationToken)
    {
        var reader = new JsonNodeReader(text, file, cancellationToken);
        reader._text.SkipSpace();
        if (reader._text.Current is not ('{' or '['))
        {
            return null;
        }

        var node = reader.ReadNode(new Location("", 0, 0, file), token: null, 0);
        reader._text.SkipSpace();
        return reader._text.IsAtEnd ? node : null;
    }

    private ContractNode? ReadNode(Location owner, string? token, int depth)
    {
        var location = new Location(owner, token, _text.Line, _text.Column);
        return _text.Current switch
        {
            _ when depth > NodeReader.MaxDepth => null,
            '{' => ReadMap(location, depth),
            '[' => ReadList(location, depth),
            '"' => _text.ReadString() is { } text ? new ContractScalar(ScalarKind.String, text, location) : null,
            't' => ReadWord("true", ScalarKind.Boolean, location),
            'f' => ReadWord("false", ScalarKind.Boolean, location),
            'n' => ReadWord("null", ScalarKind.Null, location),
            _ => ReadNumber(location),
        };
    }

    private ContractMap? ReadMap(Location location, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _text.Skip();
        _text.SkipSpace();
        var entries = new List<KeyValuePair<string, ContractNode>>();
        HashSet<string>? keys = null;
        while (_text.Current != '}')
        {
            if (entries.Count > 0 && !_text.SkipOver(','))
            {
                return null;
            }

            if (_text.Current != '"' || _text.ReadString() is not { } key || !IsFirst(key))
            {
                return null;
            }

            _text.SkipSpace();
            if (!_text.SkipOver(':') || ReadNode(location, key, depth + 1) is not { } node)
            {
                return null;
            }

            entries.Add(new KeyValuePair<string, ContractNode>(key, node));
            _text.SkipSpace();
        }

        _text.Skip();
        return new ContractMap(entries, location);

        bool IsFirst(string key)
        {
            if (entries.Count <= ContractMap.Few)
            {
                foreach (var entry in entries)
                {
                    if (entry.Key == key)
                    {
                        return false;
                    }
                }

                return true;
            }

            keys ??= new(entries.Select(entry => entry.Key), StringComparer.Ordinal);
            return keys.Add(key);
        }
    }

    private ContractList? ReadList(Location location, int depth)
    {
        _text.Skip();
        _text.SkipSpace();
        var items = new List<ContractNode>();
        while (_text.Current != ']')
        {
            if (items.Count > 0 && !_text.SkipOver(','))
            {
                return null;
            }

            if (ReadNode(location, items.Count.ToString(CultureInfo.InvariantCulture), depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
            _text.SkipSpace();
        }

        _text.Skip();
        return new ContractList(items.Count == 0 ? [] : items.ToArray(), location);
    }

    private ContractScalar? ReadWord(string word, ScalarKind kind, Location location) =>
        _text.SkipWord(word) ? new ContractScalar(kind, word, location) : null;

    // A sign, digits without a zero in front, a fraction and an exponent.
    private ContractScalar? ReadNumber(Location location)
    {
        var number = _text.ReadWhile(NumberCharacters);
        var digits = number.TrimStart('-');
        var whole = digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? digits[..end] : digits;
        var rest = digits[whole.Length..];
        if (rest is ['.', ..])
        {
            var fraction = rest[1..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var last ? rest[1..][..last] : rest[1..];
            rest = fraction.IsEmpty ? rest : rest[(fraction.Length + 1)..];
        }

        if (rest is ['e' or 'E', ..])
        {
            var exponent = rest[1..] is ['+' or '-', .. var unsigned] ? unsigned : rest[1..];
            rest = exponent.IsEmpty || exponent.ContainsAnyExceptInRange('0', '9') ? rest : [];
        }

        return whole.IsEmpty || whole is ['0', _, ..] || !rest.IsEmpty || number.Length - digits.Length > 1
            ? null
            : new ContractScalar(ScalarKind.Number, _text.Shared(number), location);
    }
}
