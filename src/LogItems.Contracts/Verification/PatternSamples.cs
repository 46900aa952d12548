using System.Text;

namespace LogItems.Contracts.Verification;

/// <summary>Generates texts from a pattern: some at its bounds, and some just beyond them.</summary>
internal static class PatternSamples
{
    private const int MaxSamples = 16;
    private const int MaxLength = 2_000;

    // The number of repeats beyond the minimum to try if there is no maximum.
    private const int Some = 2;

    /// <summary>Returns the texts with descriptions, shortest first; empty if no text can be generated from the pattern.</summary>
    public static IEnumerable<(string Text, string Description)> Of(string pattern)
    {
        if (PatternReader.Read(pattern) is not { } root)
        {
            return [];
        }

        return Variants(root).Select(variant => (Text: TextOf(root, variant.Counts, variant.Spoilt) ?? "", variant.Description))
            .Where(sample => sample.Text is { Length: > 0 and <= MaxLength })
            .DistinctBy(sample => sample.Text)
            .Take(MaxSamples);
    }

    private static IEnumerable<(Dictionary<PatternPart, int> Counts, PatternPart? Spoilt, string Description)> Variants(PatternPart root)
    {
        yield return ([], null, "the shortest text of its pattern");
        var parts = root.All.ToList();
        var repeats = parts.OfType<PatternPart.Repeat>().ToList();
        yield return (Longest(repeats), null, "the longest text of its pattern");
        foreach (var repeat in repeats)
        {
            if (repeat.Least > 0)
            {
                yield return (new() { [repeat] = repeat.Least - 1 }, null, "shorter than its pattern");
            }

            if (repeat.Most is { } most)
            {
                yield return (new() { [repeat] = most }, null, "the most that its pattern allows");
                yield return (new() { [repeat] = most + 1 }, null, "longer than its pattern");
            }
        }

        foreach (var choice in parts.OfType<PatternPart.Choice>())
        {
            for (var index = 1; index < choice.Parts.Count; index++)
            {
                yield return (new() { [choice] = index }, null, "another form of its pattern");
            }
        }

        foreach (var character in parts.OfType<PatternPart.Character>().Where(part => part.Other is not null))
        {
            yield return ([], character, "with a character that its pattern excludes");
        }
    }

    private static Dictionary<PatternPart, int> Longest(List<PatternPart.Repeat> repeats)
    {
        var counts = new Dictionary<PatternPart, int>();
        foreach (var repeat in repeats)
        {
            counts[repeat] = repeat.Most ?? repeat.Least + Some;
        }

        return counts;
    }

    /// <summary>The text; null if it is too long.</summary>
    private static string? TextOf(PatternPart root, Dictionary<PatternPart, int> counts, PatternPart? spoilt)
    {
        var text = new StringBuilder();
        return Write(root) ? text.ToString() : null;

        bool Write(PatternPart part) => text.Length <= MaxLength && part switch
        {
            PatternPart.Character character => text.Append(part == spoilt ? character.Other!.Value : character.Fitting) is not null,
            PatternPart.Sequence sequence => sequence.Parts.All(Write),
            PatternPart.Choice choice => Write(choice.Parts[counts.GetValueOrDefault(choice)]),
            PatternPart.Repeat repeat => Repeat(repeat),
            _ => false,
        };

        bool Repeat(PatternPart.Repeat repeat)
        {
            var count = counts.GetValueOrDefault(repeat, repeat.Least);
            for (var (index, length) = (0, -1); index < count && text.Length > length; index++)
            {
                // A part that adds nothing once never adds anything.
                length = text.Length;
                if (!Write(repeat.Part))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
