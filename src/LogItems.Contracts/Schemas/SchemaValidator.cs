using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>Validates JSON values against the schemas of a document: those of OpenAPI 3.0, or since 3.1 of JSON Schema 2020-12; safe for
/// concurrent use.</summary>
/// <remarks><c>readOnly</c>, <c>writeOnly</c> and formats other than date-time, date, uuid, int32 and int64 are not validated.
/// <c>nullable: true</c> allows null regardless of <c>type</c>, <c>allOf</c>, <c>anyOf</c> and <c>oneOf</c> beside it, because a nullable
/// reference cannot be expressed otherwise in OpenAPI 3.0; an <c>enum</c> beside it must list null, as OpenAPI 3.0.3 requires.</remarks>
public sealed class SchemaValidator
{
    private readonly ContractDocument _document;
    private readonly PatternCache _patterns;
    private readonly EnumCache _enums = new();
    private readonly DynamicAnchors? _anchors;
    private readonly bool _tracksParts;
    private readonly string? _hidden;

    /// <summary>Creates a validator that resolves references in this document.</summary>
    public SchemaValidator(ContractDocument document)
        : this(document, new PatternCache())
    {
    }

    /// <param name="document">The document of the schemas.</param>
    /// <param name="patterns">Matches texts.</param>
    /// <param name="hidden">The keyword of properties that are not part of the exchange, <c>readOnly</c> in requests and <c>writeOnly</c> in
    /// responses: in OpenAPI 3.0, <c>required</c> does not apply to them.</param>
    internal SchemaValidator(ContractDocument document, PatternCache patterns, string? hidden = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        (this._document, this._patterns, _hidden) = (document, patterns, document.IsOpenApi30 ? hidden : null);
        _anchors = DynamicAnchors.Of(document);
        _tracksParts = !document.IsOpenApi30 && (document.Root.HasAnywhere("unevaluatedProperties") || document.Root.HasAnywhere("unevaluatedItems"));
    }

    /// <summary>Determines whether a pattern matches the name of a property.</summary>
    internal bool Matches(string pattern, string name) => _patterns.Match(pattern, name) == PatternVerdict.Match;

    /// <summary>Returns all violations of the schema; empty if the value is valid.</summary>
    /// <param name="schema">A schema of the document, or a reference to one.</param>
    /// <param name="value">The value; strings that are not Unicode text, huge numbers and repeated names are validated like any other.</param>
    public IReadOnlyList<SchemaError> Validate(ContractNode schema, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _patterns.ThrowIfCanceled();
        var visit = new SchemaVisit(_document, _patterns, _enums, _anchors, _tracksParts, _hidden);
        visit.Visit(schema, value, ValuePath.Root);
        return visit.Errors;
    }
}
