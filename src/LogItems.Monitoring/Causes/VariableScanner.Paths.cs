namespace LogItems.Monitoring.Causes;

internal ref partial struct VariableScanner
{
    private const string Path = "{path}";

    /// <summary>Words that precede a path, which may contain spaces.</summary>
    private static readonly string[] WordsBeforePaths = ["source", "target", "path", "folder", "file", "location"];

    /// <summary>A token with a backslash in it, or one that starts with a slash and has another one.</summary>
    private bool TryPath()
    {
        var end = _at;
        var (backslashes, slashes) = (0, 0);
        for (; end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not ('"' or '\'' or ')' or ';' or '<' or '>'); end++)
        {
            backslashes += _text[end] == '\\' ? 1 : 0;
            slashes += _text[end] == '/' ? 1 : 0;
        }

        end -= end - _at - _text.AsSpan(_at, end - _at).TrimEnd(".,:!?").Length;
        if (end - _at < 3 || (backslashes == 0 && !(_text[_at] == '/' && slashes > 1)))
        {
            return false;
        }

        RemoveStartOfPath();
        return _result.Length >= Path.Length && EndsWith(Path) ? Replace(end, "") : Replace(end, Path);
    }

    /// <summary>Removes the words of a path before the one with the backslash: <c>source: All Company\Inbox</c>.</summary>
    private readonly void RemoveStartOfPath()
    {
        var colon = _result.Length - 1;
        while (colon > 0 && _result[colon] is not (':' or '.' or ',' or ';' or '(' or '}'))
        {
            colon--;
        }

        foreach (var word in WordsBeforePaths)
        {
            if (colon >= word.Length && _result[colon] == ':' && colon + 1 < _result.Length
                && _result.ToString(colon - word.Length, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                _result.Length = colon + 1;
                _result.Append(' ');
                return;
            }
        }
    }

    /// <summary>Determines whether the result ends with a path and a space: the text before was the start of the same path.</summary>
    private readonly bool EndsWith(string placeholder) =>
        _result[^1] == ' '
            && _result.ToString(Math.Max(0, _result.Length - 1 - placeholder.Length), Math.Min(placeholder.Length, _result.Length - 1)) == placeholder;
}
