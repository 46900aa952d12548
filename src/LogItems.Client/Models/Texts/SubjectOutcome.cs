namespace LogItems.Models.Texts;

/// <summary>What a text says of how the operation on an object ended.</summary>
internal static class SubjectOutcome
{
    /// <summary>Between an object and the cause: everything behind it is the cause.</summary>
    private static readonly string[] Outcomes = [" completed with warning:", " finished with warning:", " failed with error:"];

    /// <summary>Each outcome ends with the only colon in it, so that the first colon behind one is that of the first outcome.</summary>
    public static (int Start, int Length) First(string text, int from)
    {
        for (var colon = text.IndexOf(':', from); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            foreach (var outcome in Outcomes)
            {
                var start = colon + 1 - outcome.Length;
                if (start >= from && string.Compare(text, start, outcome, 0, outcome.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    return (start, outcome.Length);
                }
            }
        }

        return (-1, 0);
    }
}
