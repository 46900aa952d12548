namespace LogItems.Models.Texts;

/// <summary>The phrases for the outcome of an operation on an object.</summary>
internal static class SubjectOutcome
{
    /// <summary>The phrases between an object and the cause: everything after one is the cause.</summary>
    private static readonly string[] Outcomes = [" completed with warning:", " finished with warning:", " failed with error:"];

    /// <summary>The only colon of each outcome is its last character, so the first colon after the start identifies the first outcome.</summary>
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
