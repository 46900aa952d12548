using LogItems.Contracts.Diff.Comparers;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Views;

namespace LogItems.Contracts.Diff;

/// <summary>Finds the changes between two documents, and their impact.</summary>
/// <remarks>Two verdicts: the <em>wire</em> concerns deployed callers, the <em>SDK</em> code that is rebuilt
/// against the client generated from the revision. Changes that no caller can notice are not findings: order, prose, examples, whether a
/// schema is a reference or inline, unused components.</remarks>
public static class ContractDiff
{
    /// <summary>Compares two documents and returns the differences, ordered by position in the revision.</summary>
    public static IReadOnlyList<Finding> Compare(
        ContractDocument baseDocument, ContractDocument revision, ContractDiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(baseDocument);
        ArgumentNullException.ThrowIfNull(revision);
        var clock = (options ?? new ContractDiffOptions()).TimeProvider;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return FindingAssembly.Assemble(DocumentComparer.Compare(baseDocument, revision, today));
    }

    /// <summary>Compares the views of one API version.</summary>
    /// <param name="baseDocument">The annotated base.</param>
    /// <param name="revision">The annotated revision.</param>
    /// <param name="version">One of <see cref="ContractVersions.All"/>.</param>
    /// <param name="options">How to compare.</param>
    /// <remarks>The SDK is generated from the documents of all versions, so its verdict comes from them: a property that is removed
    /// from one version only is still a member of the SDK.</remarks>
    /// <exception cref="ArgumentException">The API does not have the version.</exception>
    /// <exception cref="ContractLoadException">The annotations are ambiguous for the version.</exception>
    public static IReadOnlyList<Finding> CompareVersion(
        ContractDocument baseDocument, ContractDocument revision, string version, ContractDiffOptions? options = null)
    {
        var whole = Compare(baseDocument, revision, options);
        return [.. VersionFindings.Of(Views(baseDocument, revision, version, options), version, whole)];
    }

    /// <summary>Compares the views of all API versions; the same finding in several of them is reported once, with the versions listed.</summary>
    /// <remarks>Changes that concern only the SDK are reported as well, without versions.</remarks>
    /// <exception cref="ContractLoadException">The annotations are ambiguous.</exception>
    public static IReadOnlyList<Finding> CompareAllVersions(
        ContractDocument baseDocument, ContractDocument revision, ContractDiffOptions? options = null)
    {
        var whole = Compare(baseDocument, revision, options);
        var (before, after) = (ContractView.CreateAll(baseDocument, withExamples: false), ContractView.CreateAll(revision, withExamples: false));
        var perVersion = ContractVersions.All
            .SelectMany(version => VersionFindings.Of(Compare(before[version], after[version], options), version, whole));
        return FindingAssembly.Sort(VersionFindings.Merge(perVersion, whole));
    }

    private static IReadOnlyList<Finding> Views(
        ContractDocument baseDocument, ContractDocument revision, string version, ContractDiffOptions? options) => Compare(
            ContractView.WithoutExamples(baseDocument, version), ContractView.WithoutExamples(revision, version), options);
}
