using System.Globalization;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>Decisions to ignore certain findings, each with a reason and a last day.</summary>
/// <remarks>YAML or JSON: <c>waivers:</c>, a list of <c>{ rule, location, reason, expires }</c>, the day as <c>2027-01-31</c>.</remarks>
public sealed class WaiverFile
{
    private static readonly DecisionFile Form = new(
        "waivers", "waiver", "{ rule: ID, location: POINTER, reason: TEXT, expires: 2027-01-31 }", "rule", "location", "reason", "expires");

    private WaiverFile(IReadOnlyList<Waiver> waivers) => Waivers = waivers;

    /// <summary>The waivers, in the order of the file.</summary>
    public IReadOnlyList<Waiver> Waivers { get; }

    /// <summary>Loads a file of waivers.</summary>
    /// <exception cref="ContractLoadException">The file cannot be read, or a waiver is incomplete or has an unknown key.</exception>
    public static WaiverFile Load(string path)
    {
        using var reader = DecisionFile.Open(path);
        return Load(reader, path);
    }

    /// <summary>Loads waivers from text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in messages.</param>
    /// <exception cref="ContractLoadException">A waiver is incomplete or has an unknown key.</exception>
    public static WaiverFile Load(TextReader reader, string name) => new(Form.Read(reader, name, Read));

    /// <summary>Marks waived findings, and adds a warning for each waiver that has expired or waives nothing.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="today">The date that determines which waivers have expired.</param>
    public IReadOnlyList<Finding> Apply(IEnumerable<Finding> findings, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var used = new HashSet<Waiver>();
        var judged = findings.Select(finding => Evaluate(finding, today, used)).ToList();
        var idle = Waivers.Where(waiver => waiver.Expiry < today || !used.Contains(waiver));
        return [.. judged, .. idle.Select(waiver => Warning(waiver, today))];
    }

    private Finding Evaluate(Finding finding, DateOnly today, HashSet<Waiver> used)
    {
        var matching = Waivers.Where(waiver => waiver.Waives(finding)).ToList();
        used.UnionWith(matching);
        return matching.Find(waiver => waiver.Expiry >= today) is { } waiver ? finding with { Waiver = waiver } : finding;
    }

    private static Finding Warning(Waiver waiver, DateOnly today) => waiver.Expiry < today
        ? new Finding(WaiverRules.Expired, FindingLevel.Warn,
            $"The waiver of '{waiver.RuleId}' expired on {waiver.LastDay}; fix what it waived, or set a later date.",
            waiver.Location)
        : new Finding(WaiverRules.Unused, FindingLevel.Warn,
            $"The waiver of '{waiver.RuleId}' matches no finding; remove it, or correct its location.", waiver.Location);

    private static Waiver Read(ContractMap map)
    {
        var (rule, location, reason, expires) = (Text(map, "rule"), Text(map, "location"), Text(map, "reason"), Text(map, "expires"));
        return DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry)
            ? new Waiver(rule, location, reason, expiry, map.Location)
            : throw Form.Invalid(map["expires"]!, $"'{NodeText.Shorten(expires)}' is not a date.");
    }

    private static string Text(ContractMap waiver, string key) =>
        waiver[key] is ContractScalar { Kind: ScalarKind.String, Text.Length: > 0 } scalar
            ? scalar.Text
            : throw Form.Invalid(waiver[key] ?? waiver, $"a waiver has no text under '{key}'.");
}
