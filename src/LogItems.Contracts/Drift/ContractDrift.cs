using LogItems.Contracts.Diff;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Drift;

/// <summary>Compares our contract with the vendor's document of the same version.</summary>
/// <remarks>Only operations that both describe are compared, and only what is on the wire: paths match regardless of letter
/// case, version and parameter names; names of schemas, prose, tags, security, extensions and deprecation are ignored, and so
/// is <c>additionalProperties: false</c>, which generators write everywhere. Defaults, <c>required</c> in responses and the media
/// type <c>*/*</c> are notes: no client notices them.</remarks>
public static class ContractDrift
{
    /// <summary>The rule that the two documents have an operation in common; if it is violated, the document is most likely the wrong one.</summary>
    public const string NothingShared = "no-shared-operation";

    /// <summary>The rule that an enum value has no stray trailing punctuation.</summary>
    public const string MisprintedValue = "misprinted-enum-value";

    /// <summary>The rules that only drift uses; all others are those of comparisons.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new(NothingShared, FindingLevel.Error, "The two documents describe an operation in common."),
        new(MisprintedValue, FindingLevel.Warn, "A value of an enum has no stray punctuation at its end."),
    ];

    private static readonly string[] OffTheWire =
        ["-deprecated", "-reactivated", "-sunset", "-additional-properties-forbidden", "-additional-properties-allowed"];

    /// <summary>Returns the differences; empty if callers cannot distinguish the two documents.</summary>
    /// <param name="view">Our contract's view of the version.</param>
    /// <param name="vendor">The vendor's document of that version.</param>
    /// <remarks>The level of a finding is the impact on callers that rely on our contract if the vendor's document is right.</remarks>
    public static DriftResult Compare(ContractDocument view, ContractDocument vendor)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(vendor);
        vendor = vendor.IsOpenApi30 ? vendor.With((ContractMap)ReferenceSiblings.Read(vendor.Root)) : vendor;
        var theirs = ContractOperation.All(vendor).ToLookup(SharedOperations.SignatureOf);
        var ours = ContractOperation.All(view).ToList();
        var pairs = ours.Where(operation => theirs.Contains(SharedOperations.SignatureOf(operation)))
            .Select(operation => (Ours: operation, Theirs: theirs[SharedOperations.SignatureOf(operation)].First())).ToList();
        var (before, after) = (
            SharedOperations.Of(view, pairs.Select(pair => (pair.Ours, pair.Ours))),
            SharedOperations.Of(vendor, pairs.Select(pair => (pair.Theirs, pair.Ours))));
        var findings = ContractDiff.Compare(before, after).Where(IsOnTheWire)
            .GroupBy(finding => (finding.RuleId, finding.Change!.Base.Pointer, finding.Change.Was, finding.Change.Is))
            .Select(same => Translate(Merge([.. same]), view, vendor));
        return new DriftResult(
            pairs.Count == 0 ? [NothingIn(vendor)] : [.. findings.OrderBy(finding => finding.Location.Line).ThenBy(finding => finding.Location.Column)],
            [.. pairs.Select(pair => pair.Ours.ToString())],
            [.. ours.Except(pairs.Select(pair => pair.Ours)).Select(operation => operation.ToString())]);
    }

    private static Finding NothingIn(ContractDocument vendor) => new(
        NothingShared, FindingLevel.Error,
        "This document describes none of the contract's operations, so there is nothing to compare; check that it is the right one.",
        vendor.Root.Location);

    private static bool IsOnTheWire(Finding finding) => finding.Change!.Wire != FindingLevel.None
        && !Array.Exists(OffTheWire, mark => finding.RuleId.Contains(mark, StringComparison.Ordinal));

    // Parts that ours describes once are repeated for each operation in a generated document.
    private static Finding Merge(IReadOnlyList<Finding> same) => same[0] with
    {
        Change = same[0].Change! with
        {
            Operations = [.. same.SelectMany(finding => finding.Change!.Operations).Distinct().Order(StringComparer.Ordinal)],
        },
    };

    private static bool IsMisprint(Finding finding) =>
        finding.RuleId.Contains("-enum-value-", StringComparison.Ordinal)
        && finding.Change is { Is: { } value } && value != ValueWithoutPunctuation(value);

    private static string ValueWithoutPunctuation(string value) => value.Trim(' ', ',', ';');

    private static Finding Translate(Finding finding, ContractDocument view, ContractDocument vendor)
    {
        var change = finding.Change! with { Sdk = FindingLevel.None };
        var isOnlyTheirs = change is { Was: null, Is: not null };
        var subject = isOnlyTheirs ? Subject.AtStart(vendor, change.Revision.Pointer) : Subject.AtStart(view, change.Base.Pointer);
        if (IsMisprint(finding))
        {
            return finding with
            {
                RuleId = MisprintedValue,
                Level = FindingLevel.Warn,
                Location = change.Base,
                Change = change with { Wire = FindingLevel.Warn },
                Message = $"{subject}: the vendor's document misprints '{ValueWithoutPunctuation(change.Is!)}' as '{change.Is}', at {change.Revision}.",
            };
        }

        var level = DriftSeverity.Of(finding);
        var rule = ChangeRules.Get(finding.RuleId);
        return finding with
        {
            Level = level,
            Location = change.Base,
            Change = change with { Wire = level },
            Message = $"{subject}: in the vendor's document ({change.Revision}) {rule.Sentence(change.Was, change.Is, rule.Consequence)}",
        };
    }
}
