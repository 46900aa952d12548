namespace LogItems.Contracts.Findings;

/// <summary>The rules that waivers are judged by.</summary>
public static class WaiverRules
{
    /// <summary>The waiver's last day is over; what it waived counts again.</summary>
    public const string Expired = "waiver-expired";

    /// <summary>The waiver waives nothing that was found, and can go.</summary>
    public const string Unused = "waiver-unused";

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(Expired, FindingLevel.Warn, "The waiver's last day is over; what it waived counts again."),
        new(Unused, FindingLevel.Warn, "The waiver waives nothing that was found, and can go."),
    ];
}
