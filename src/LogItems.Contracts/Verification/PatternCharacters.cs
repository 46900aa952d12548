namespace LogItems.Contracts.Verification;

/// <summary>Selects characters for a position in a pattern.</summary>
internal static class PatternCharacters
{
    // The candidates; characters that are valid everywhere in a request come first.
    private static readonly string Candidates =
        "aA0bB1zZ9" + string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)) + " \t\u00e4";

    private static readonly string NonMatching = "!-_~0aA. ";

    /// <summary>Creates a part for one character of a set.</summary>
    /// <exception cref="FormatException">The set has no character that can be sent.</exception>
    public static PatternPart.Character Of(Func<char, bool> set)
    {
        var fitting = Candidates.FirstOrDefault(set);
        var other = NonMatching.FirstOrDefault(character => !set(character));
        return fitting == default
            ? throw new FormatException("No character that can be sent matches.")
            : new PatternPart.Character(fitting, other == default ? null : other);
    }
}
