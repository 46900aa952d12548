using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>The API versions that annotations can name.</summary>
public static class ContractVersions
{
    internal const int First = 2;
    internal const int Last = 8;

    /// <summary>All versions as they are written, oldest first: <c>v2</c> to <c>v8</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enumerable.Range(First, Last - First + 1).Select(NameOf)];

    internal static string NameOf(int version) => string.Create(CultureInfo.InvariantCulture, $"v{version}");

    internal static bool TryParse(string? text, out int version)
    {
        version = text is ['v', >= '0' and <= '9'] ? text[1] - '0' : 0;
        return version is >= First and <= Last;
    }
}
