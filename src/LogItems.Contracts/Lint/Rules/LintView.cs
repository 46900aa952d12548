using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>What one API version has of a document.</summary>
internal sealed class LintView(string? version, ContractDocument document, PatternCache patterns)
{
    /// <summary>The version; null where the document tells no versions apart.</summary>
    public string? Version => version;

    public ContractDocument Document => document;

    public SchemaValidator Schemas { get; } = new(document, patterns);

    public IReadOnlyList<Element> Elements { get; } = Element.Root(document).SelfAndDescendants();
}
