using System.Globalization;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>The announced end of an operation or a parameter: <c>deprecated</c> and <c>x-sunset</c>.</summary>
internal sealed record DeprecationNotice(bool IsDeprecated, ContractNode? SunsetNode)
{
    public string? Text => (SunsetNode as ContractScalar)?.Text;

    /// <summary>The date of removal; null if absent or unreadable.</summary>
    public DateOnly? Sunset =>
        DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : DateTimeOffset.TryParse(Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? DateOnly.FromDateTime(time.UtcDateTime)
        : null;

    public static DeprecationNotice Of(ContractMap map) => new(map.IsTrue("deprecated"), map["x-sunset"]);

    /// <summary>Selects one of three rules for a removal: without notice, before the announced date, or as announced.</summary>
    public string RuleOfRemoval(DateOnly today, string unannounced, string early, string announced) =>
        !IsDeprecated ? unannounced : Sunset is { } date && date > today ? early : announced;
}
