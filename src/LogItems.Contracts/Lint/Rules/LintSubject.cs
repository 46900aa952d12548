using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;
using LogItems.Contracts.Views;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>The document that lint rules check: as written, and its view in each API version.</summary>
internal sealed class LintSubject
{
    public LintSubject(AnnotatedContract contract, bool areVersionsKnown, CancellationToken cancellationToken)
    {
        Contract = contract;
        Patterns = new PatternCache(cancellationToken);
        Views = !IsAnnotated(contract) ? [new LintView(null, contract.Document, contract.Elements, Patterns)]
            : areVersionsKnown ? [.. ContractVersions.All.Select(version => View(contract.Document, version))]
            : [];
        Examples = new ExampleFiles(contract.Document, cancellationToken);
    }

    public AnnotatedContract Contract { get; }

    /// <summary>The patterns of all views, which share one time budget.</summary>
    public PatternCache Patterns { get; }

    public ContractDocument Document => Contract.Document;

    public IReadOnlyList<Element> Elements => Contract.Elements;

    /// <summary>The views of the versions; the document itself if it has no versions, empty if its annotations are invalid.</summary>
    public IReadOnlyList<LintView> Views { get; }

    public ExampleFiles Examples { get; }

    /// <summary>Merges the findings in views; the same one in several views is reported once.</summary>
    public static IEnumerable<Finding> Merge(IEnumerable<(LintView View, Finding Finding)> found) =>
        from pair in found
        group pair.View by pair.Finding into same
        let versions = same.Select(view => view.Version).OfType<string>().Distinct().ToList()
        select same.Key with { Versions = versions };

    private LintView View(ContractDocument document, string version)
    {
        _ = ContractVersions.TryParse(version, out var number);
        var view = ContractView.Project(document, number, withExamples: false);
        return new LintView(version, view, Element.Root(view).SelfAndDescendants(), Patterns);
    }

    private static bool IsAnnotated(AnnotatedContract contract) => contract.Annotated.Count > 0;
}
