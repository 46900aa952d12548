using LogItems.Contracts.Annotations;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Views;

/// <summary>Derives the exact document of one API version from the annotated document of all of them.</summary>
public static class ContractView
{
    /// <summary>Creates the document of one version: parts that do not exist there are removed, as are all annotations, unused components
    /// and unused tags; example files are embedded in the document; the order is that of the source.</summary>
    /// <param name="document">The annotated document.</param>
    /// <param name="version">One of <see cref="ContractVersions.All"/>.</param>
    /// <exception cref="ArgumentException">The API does not have the version.</exception>
    /// <exception cref="ContractLoadException">The annotations violate a rule of level Error, so that they are ambiguous
    /// for the version; or an example's file cannot be read.</exception>
    public static ContractDocument Create(ContractDocument document, string version)
    {
        return Create(document, version, withExamples: true);
    }

    /// <summary>The view without example bodies; their files need not exist.</summary>
    internal static ContractDocument WithoutExamples(ContractDocument document, string version) =>
        Create(document, version, withExamples: false);

    /// <summary>The documents of all versions by name, oldest first; the annotations are checked once.</summary>
    /// <exception cref="ContractLoadException">The annotations violate a rule of level Error, or an example's file cannot be read.</exception>
    public static IReadOnlyDictionary<string, ContractDocument> CreateAll(ContractDocument document) => CreateAll(document, withExamples: true);

    internal static IReadOnlyDictionary<string, ContractDocument> CreateAll(ContractDocument document, bool withExamples)
    {
        ArgumentNullException.ThrowIfNull(document);
        RequireSoundAnnotations(document, "any version");
        return ContractVersions.All.ToDictionary(
            version => version, version => Project(document, ContractVersions.TryParse(version, out var number) ? number : 0, withExamples));
    }

    private static ContractDocument Create(ContractDocument document, string version, bool withExamples)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!ContractVersions.TryParse(version, out var number))
        {
            throw new ArgumentException(
                $"'{version}' is not a version of the API; use one of {string.Join(", ", ContractVersions.All)}.", nameof(version));
        }

        RequireSoundAnnotations(document, version);
        return Project(document, number, withExamples);
    }

    /// <summary>Creates the view of a document whose annotations have already been checked.</summary>
    internal static ContractDocument Project(ContractDocument document, int version, bool withExamples) =>
        UnusedParts.Remove(document.With(new ViewProjection(document, version, withExamples).Project()));

    private static void RequireSoundAnnotations(ContractDocument document, string version)
    {
        if (ContractAnnotations.Check(document).FirstOrDefault(finding => finding.Level == FindingLevel.Error) is { } finding)
        {
            throw new ContractLoadException(
                finding.Location,
                $"no view of {version} can be derived ({finding.RuleId}: {finding.Message.TrimEnd('.')}).",
                "Fix what the annotation rules report, then try again.");
        }
    }
}
