using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>The view of a document in one API version.</summary>
internal sealed class LintView(
    string? version, ContractDocument document, IReadOnlyList<Element> elements, PatternCache patterns)
{
    private readonly SchemaValidator _requests = new(document, patterns, "readOnly");
    private readonly SchemaValidator _responses = new(document, patterns, "writeOnly");

    /// <summary>The version; null if the document has no versions.</summary>
    public string? Version => version;

    public ContractDocument Document => document;

    public SchemaValidator Schemas { get; } = new(document, patterns);

    /// <summary>The validator for values in request bodies, in responses, or elsewhere.</summary>
    public SchemaValidator SchemasFor(ElementKind? direction) => direction switch
    {
        ElementKind.RequestBody => _requests,
        ElementKind.Response => _responses,
        _ => Schemas,
    };

    public IReadOnlyList<Element> Elements => elements;
}
