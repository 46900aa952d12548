using System.Globalization;

namespace LogItems.Contracts.Verification;

/// <summary>Parses regular expressions (ECMA 262) for generating texts; lookarounds are omitted.</summary>
/// <remarks>The texts are validated with the contract's pattern itself, so a part that is parsed too simply results in a missing text,
/// never in a wrong verdict.</remarks>
internal sealed class PatternReader
{
    /// <summary>The maximum number of repeats; more would result in a text that is too long for a request.</summary>
    private const int MaxRepeats = 10_000;

    private readonly string _pattern;
    private int _at;

    private PatternReader(string pattern) => _pattern = pattern;

    private char Current => _at < _pattern.Length ? _pattern[_at] : '\0';

    private bool IsAtEnd => _at >= _pattern.Length;

    /// <summary>Parses a pattern; null if no texts can be generated from some of its parts.</summary>
    public static PatternPart? Read(string pattern)
    {
        var reader = new PatternReader(pattern);
        try
        {
            var part = reader.ReadChoice(0);
            return reader.IsAtEnd ? part : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private PatternPart ReadChoice(int depth)
    {
        if (depth > 50)
        {
            throw new FormatException();
        }

        var parts = new List<PatternPart> { ReadSequence(depth) };
        while (Take("|"))
        {
            parts.Add(ReadSequence(depth));
        }

        return parts is [var only] ? only : new PatternPart.Choice(parts);
    }

    private PatternPart.Sequence ReadSequence(int depth)
    {
        var parts = new List<PatternPart>();
        while (!IsAtEnd && Current is not ('|' or ')'))
        {
            if (ReadAtom(depth) is { } atom)
            {
                parts.Add(ReadQuantifier(atom));
            }
        }

        return new PatternPart.Sequence(parts);
    }

    private PatternPart? ReadAtom(int depth)
    {
        var character = _pattern[_at++];
        return character switch
        {
            '^' or '$' => null,
            '(' => ReadGroup(depth),
            '[' => PatternCharacters.Of(ReadSet()),
            '.' => PatternCharacters.Of(other => other is not ('\n' or '\r')),
            '\\' => ReadEscape() is { } set ? PatternCharacters.Of(set) : null,
            _ => PatternCharacters.Of(other => other == character),
        };
    }

    private PatternPart? ReadGroup(int depth)
    {
        var isLook = false;
        if (Take("?"))
        {
            isLook = Take("=") || Take("!") || Take("<=") || Take("<!");
            if (!isLook && !Take(":"))
            {
                // A group name; the syntax of other dialects is not supported.
                _at = Current != '<' ? throw new FormatException() : _pattern.IndexOf('>', _at) is >= 0 and var end ? end + 1 : throw new FormatException();
            }
        }

        var part = ReadChoice(depth + 1);
        return !Take(")") ? throw new FormatException() : isLook ? null : part;
    }

    private PatternPart ReadQuantifier(PatternPart part)
    {
        (int Least, int? Most)? bounds = Current switch
        {
            '*' => (0, null),
            '+' => (1, null),
            '?' => (0, 1),
            '{' => ReadBounds(),
            _ => null,
        };
        if (bounds is null)
        {
            return part;
        }

        _at++;
        Take("?");
        return new PatternPart.Repeat(part, bounds.Value.Least, bounds.Value.Most);
    }

    // Stops before the closing brace; without one, the opening brace is a literal character.
    private (int Least, int? Most)? ReadBounds()
    {
        var end = _pattern.IndexOf('}', _at);
        var numbers = end < 0 ? [] : _pattern[(_at + 1)..end].Split(',');
        if (numbers.Length is not (1 or 2) || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least))
        {
            return null;
        }

        int? most = numbers.Length == 1 ? least
            : numbers[1].Length == 0 ? null
            : int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException();
        _at = end;
        return (Math.Min(least, MaxRepeats), most is { } known ? Math.Min(known, MaxRepeats) : null);
    }

    private Func<char, bool> ReadSet()
    {
        var isNegated = Take("^");
        var sets = new List<Func<char, bool>>();
        while (Current != ']')
        {
            var first = ReadMember(out var set);
            if (Current == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']' && first is { } least)
            {
                _at++;
                var most = ReadMember(out _) ?? throw new FormatException();
                sets.Add(character => character >= least && character <= most);
            }
            else
            {
                sets.Add(set);
            }
        }

        _at++;
        return character => sets.Exists(set => set(character)) != isNegated;
    }

    /// <summary>Reads a member of a set; returns its character, or null for a character class.</summary>
    private char? ReadMember(out Func<char, bool> set)
    {
        if (IsAtEnd)
        {
            throw new FormatException();
        }

        var character = _pattern[_at++];
        if (character != '\\')
        {
            set = other => other == character;
            return character;
        }

        var isClass = char.IsAsciiLetterOrDigit(Current);
        character = Current;
        set = ReadEscape() ?? (other => other == '\b');
        return isClass ? null : character;
    }

    /// <summary>Reads the characters of an escape; null for a word boundary.</summary>
    private Func<char, bool>? ReadEscape()
    {
        var letter = IsAtEnd ? throw new FormatException() : _pattern[_at++];
        return letter switch
        {
            'b' or 'B' => null,
            'd' => char.IsAsciiDigit,
            'D' => character => !char.IsAsciiDigit(character),
            'w' => character => char.IsAsciiLetterOrDigit(character) || character == '_',
            'W' => character => !char.IsAsciiLetterOrDigit(character) && character != '_',
            's' => char.IsWhiteSpace,
            'S' => character => !char.IsWhiteSpace(character),
            't' => character => character == '\t',
            'n' => character => character == '\n',
            'r' => character => character == '\r',
            _ when char.IsAsciiLetterOrDigit(letter) => throw new FormatException(),
            _ => character => character == letter,
        };
    }

    private bool Take(string expected)
    {
        var isThere = string.CompareOrdinal(_pattern, _at, expected, 0, expected.Length) == 0;
        _at += isThere ? expected.Length : 0;
        return isThere;
    }
}
