using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>A pattern of JSON pointers, in which <c>*</c> matches one part, and <c>**</c> at the end the rest.</summary>
internal static class PointerPattern
{
    /// <summary>Determines whether the location of a finding matches, in the base or the revision.</summary>
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
