namespace LogItems.Contracts.Findings;

/// <summary>The rules for waivers.</summary>
public static class WaiverRules
{
    /// <summary>The waiver has expired; the findings that it waived count again.</summary>
    public const string Expired = "waiver-expired";

    /// <summary>The waiver matches no finding and can be removed.</summary>
    public const string Unused = "waiver-unused";

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(Expired, FindingLevel.Warn, "The waiver has expired; what it waived counts again."),
        new(Unused, FindingLevel.Warn, "The waiver matches no finding and can be removed."),
    ];
}
