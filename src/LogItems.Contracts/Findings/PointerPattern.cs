using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>JSON pointers of which <c>*</c> stands for one part, and <c>**</c> at the end for the rest.</summary>
internal static class PointerPattern
{
    /// <summary>Determines whether a finding is at such a place, in the base or the revision.</summary>
    public static bool Matches(string pattern, Finding finding) =>
        Matches(pattern, finding.Location)
        || (finding.Change is { } change && (Matches(pattern, change.Base) || Matches(pattern, change.Revision)));

    private static bool Matches(string text, Location place)
    {
        var pattern = text.Split('/');
        var pointer = place.Pointer.Split('/');
        var isOpen = pattern[^1] == "**";
        var length = isOpen ? pattern.Length - 1 : pattern.Length;
        return (isOpen ? pointer.Length >= length : pointer.Length == length)
            && pattern.Take(length).Zip(pointer).All(parts => parts.First == "*" || parts.First == parts.Second);
    }
}
