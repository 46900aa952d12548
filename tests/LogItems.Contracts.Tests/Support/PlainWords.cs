namespace LogItems.Contracts.Tests.Support;

/// <summary>The words that messages and descriptions of rules avoid, because no reference documentation has them.</summary>
internal static class PlainWords
{
    private static readonly string[] Avoided =
    [
        "in vain", "mend ", " no more", " any more", "go on as before", "refuse", "grave", " tell", " says", "stands", " is no ", " is none",
        "anew", "so often", "and yet", "nobody says",
    ];

    /// <summary>The first of them in a text; null if there is none.</summary>
    public static string? FaultIn(string text) => Array.Find(Avoided, word => text.Contains(word, StringComparison.Ordinal));
}
