using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>The view of a document in one API version.</summary>
internal sealed class LintView(
    string? version, ContractDocument document, IReadOnlyList<Element> elements, PatternCache patterns)
{
    /// <summary>The version; null if the document has no versions.</summary>
    public string? Version => version;

    public ContractDocument Document => document;

    public SchemaValidator Schemas { get; } = new(document, patterns);

    public IReadOnlyList<Element> Elements => elements;
}
