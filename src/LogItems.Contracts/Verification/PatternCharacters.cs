namespace LogItems.Contracts.Verification;

/// <summary>Chooses characters for a place in a pattern.</summary>
internal static class PatternCharacters
{
    // The characters that every place in a request can carry go first.
    private static readonly string Candidates =
        "aA0bB1zZ9" + string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)) + " \t\u00e4";

    private static readonly string Misfits = "!-_~0aA. ";

    /// <summary>A place for one character of a set.</summary>
    /// <exception cref="FormatException">No character that can be sent is in the set.</exception>
    public static PatternPart.Character Of(Func<char, bool> set)
    {
        var fitting = Candidates.FirstOrDefault(set);
        var other = Misfits.FirstOrDefault(character => !set(character));
        return fitting == default
            ? throw new FormatException("No character that can be sent matches.")
            : new PatternPart.Character(fitting, other == default ? null : other);
    }
}
