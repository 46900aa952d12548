using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>The API versions that annotations can refer to: those that the LogItems contract lists under <c>servers</c>.</summary>
public static partial class ContractVersions
{
    /// <summary>All versions by name, oldest first, for example <c>v8</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Numbers.ToArray().Select(NameOf)];

    internal static int First => Numbers[0];

    internal static int Last => Numbers[^1];

    /// <summary>The first and the last version, for messages.</summary>
    internal static string Range => $"{All[0]} to {All[^1]}";

    internal static string NameOf(int version) => string.Create(CultureInfo.InvariantCulture, $"v{version}");

    internal static bool TryParse(string? text, out int version)
    {
        version = 0;
        return text is ['v', >= '1' and <= '9', ..]
            && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out version)
            && Numbers.Contains(version);
    }
}
