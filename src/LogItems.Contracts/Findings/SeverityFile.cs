using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>The severities that a team assigns to rules, everywhere or at some locations.</summary>
/// <remarks>YAML or JSON: <c>severities:</c>, a list of <c>{ rule, location, level }</c>; without a location the decision applies to all
/// findings of the rule. If several decisions apply to a finding, the last one counts.</remarks>
public sealed class SeverityFile
{
    private static readonly DecisionFile Form = new(
        "severities", "severity", "{ rule: ID, location: POINTER, level: error|warn|info|none }", "rule", "location", "level");

    private static readonly Dictionary<string, FindingLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["error"] = FindingLevel.Error, ["warn"] = FindingLevel.Warn, ["info"] = FindingLevel.Info, ["none"] = FindingLevel.None,
    };

    private SeverityFile(IReadOnlyList<SeverityRule> rules) => Rules = rules;

    /// <summary>The decisions, in the order of the file.</summary>
    public IReadOnlyList<SeverityRule> Rules { get; }

    /// <summary>Loads a file of severities.</summary>
    /// <exception cref="ContractLoadException">The file cannot be read, or a decision is incomplete or has an unknown key.</exception>
    public static SeverityFile Load(string path)
    {
        using var reader = DecisionFile.Open(path);
        return Load(reader, path);
    }

    /// <summary>Loads severities from text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in messages.</param>
    /// <exception cref="ContractLoadException">A decision is incomplete or has an unknown key.</exception>
    public static SeverityFile Load(TextReader reader, string name) => new(Form.Read(reader, name, Read));

    /// <summary>Applies the severities to the findings, and omits those of <see cref="FindingLevel.None"/>.</summary>
    /// <remarks>For a change, both verdicts are replaced, except a verdict of no impact.</remarks>
    public IReadOnlyList<Finding> Apply(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return [.. findings.Select(Evaluate).OfType<Finding>()];
    }

    private Finding? Evaluate(Finding finding)
    {
        if (Rules.LastOrDefault(rule => rule.Applies(finding)) is not { Level: var level })
        {
            return finding;
        }

        if (level == FindingLevel.None)
        {
            return null;
        }

        return finding.Change is not { } change ? finding with { Level = level }
            : finding with { Level = Replaced(finding.Level), Change = change with { Wire = Replaced(change.Wire), Sdk = Replaced(change.Sdk) } };

        FindingLevel Replaced(FindingLevel verdict) => verdict == FindingLevel.None ? verdict : level;
    }

    private static SeverityRule Read(ContractMap map)
    {
        var rule = map.TextOf("rule") ?? throw Form.Invalid(map, "a severity has no text under 'rule'.");
        if (map["location"] is not (null or ContractScalar { Kind: ScalarKind.String, Text.Length: > 0 }))
        {
            throw Form.Invalid(map["location"]!, "'location' is not a JSON pointer.");
        }

        var word = map.TextOf("level");
        return Levels.TryGetValue(word ?? "", out var level)
            ? new SeverityRule(rule, map.TextOf("location") ?? "**", level, map.Location)
            : throw Form.Invalid(map["level"] ?? map, $"'{NodeText.Shorten(word ?? "")}' is not a level.");
    }
}
