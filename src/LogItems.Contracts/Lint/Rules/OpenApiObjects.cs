using System.Collections.Frozen;
using LogItems.Contracts.Documents;
using static LogItems.Contracts.Lint.Rules.FieldType;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>The fields that the objects of OpenAPI 3.0 have, by the specification.</summary>
internal static class OpenApiObjects
{
    private const string Info = "info";

    private static readonly FrozenDictionary<ElementKind, FrozenDictionary<string, ObjectField>> Fields = Table();

    private static readonly FrozenDictionary<string, ObjectField> InfoFields = Index(
        ("title!", Text), ("version!", Text), ("description", Text), ("termsOfService", Text), ("contact", Map), ("license", Map));

    /// <summary>The fields of an element; null where the specification leaves its keys to the author.</summary>
    public static FrozenDictionary<string, ObjectField>? Of(Element element) =>
        element is { Key: Info, Parent.Kind: ElementKind.Document } ? InfoFields
        : Fields.GetValueOrDefault(element.IsSchema ? ElementKind.Schema : element.Kind);

    /// <summary>Every object whose fields are known, and which is one at all.</summary>
    public static IEnumerable<(Element Element, ContractMap Map, FrozenDictionary<string, ObjectField> Fields)> In(LintSubject subject) =>
        from element in subject.Elements
        where element.Reference is null && element.Map is not null
        let fields = Of(element)
        where fields is not null
        select (element, element.Map, fields);

    private static FrozenDictionary<ElementKind, FrozenDictionary<string, ObjectField>> Table()
    {
        var header = new[]
        {
            ("description", Text), ("required", Flag), ("deprecated", Flag), ("allowEmptyValue", Flag), ("style", Text), ("explode", Flag),
            ("allowReserved", Flag), ("schema", Map), ("example", Any), ("examples", Map), ("content", Map),
        };
        var example = Index(("summary", Text), ("description", Text), ("value", Any), ("externalValue", Text));
        return new Dictionary<ElementKind, FrozenDictionary<string, ObjectField>>
        {
            [ElementKind.Document] = Index(
                ("openapi!", Text), ("info!", Map), ("paths!", Map), ("servers", List), ("components", Map), ("security", List),
                ("tags", List), ("externalDocs", Map)),
            [ElementKind.Components] = Index(
                ("schemas", Map), ("responses", Map), ("parameters", Map), ("examples", Map), ("requestBodies", Map), ("headers", Map),
                ("securitySchemes", Map), ("links", Map), ("callbacks", Map)),
            [ElementKind.PathItem] = Index(
                [("$ref", Text), ("summary", Text), ("description", Text), ("servers", List), ("parameters", List),
                .. HttpMethods.All.Select(method => (method, Map))]),
            [ElementKind.Operation] = Index(
                ("responses!", Map), ("tags", List), ("summary", Text), ("description", Text), ("externalDocs", Map), ("operationId", Text),
                ("parameters", List), ("requestBody", Map), ("callbacks", Map), ("deprecated", Flag), ("security", List), ("servers", List)),
            [ElementKind.Parameter] = Index([("name!", Text), ("in!", Text), .. header]),
            [ElementKind.Header] = Index(header),
            [ElementKind.RequestBody] = Index(("content!", Map), ("description", Text), ("required", Flag)),
            [ElementKind.Response] = Index(("description!", Text), ("headers", Map), ("content", Map), ("links", Map)),
            [ElementKind.MediaType] = Index(("schema", Map), ("example", Any), ("examples", Map), ("encoding", Map)),
            [ElementKind.Example] = example,
            [ElementKind.MediaExample] = example,
            [ElementKind.Encoding] = Index(
                ("contentType", Text), ("headers", Map), ("style", Text), ("explode", Flag), ("allowReserved", Flag)),
            [ElementKind.Server] = Index(("url!", Text), ("description", Text), ("variables", Map)),
            [ElementKind.ServerVariable] = Index(("default!", Text), ("enum", List), ("description", Text)),
            [ElementKind.Link] = Index(
                ("operationRef", Text), ("operationId", Text), ("parameters", Map), ("requestBody", Any), ("description", Text), ("server", Map)),
            [ElementKind.Schema] = Schema(),
        }.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, ObjectField> Schema() => Index(
        ("title", Text), ("description", Text), ("type", Text), ("format", Text), ("pattern", Text), ("multipleOf", Number),
        ("maximum", Number), ("minimum", Number), ("exclusiveMaximum", Flag), ("exclusiveMinimum", Flag), ("maxLength", Number),
        ("minLength", Number), ("maxItems", Number), ("minItems", Number), ("uniqueItems", Flag), ("maxProperties", Number),
        ("minProperties", Number), ("required", List), ("enum", List), ("allOf", List), ("oneOf", List), ("anyOf", List), ("not", Map),
        ("items", Map), ("properties", Map), ("additionalProperties", Map | Flag), ("default", Any), ("nullable", Flag),
        ("discriminator", Map), ("readOnly", Flag), ("writeOnly", Flag), ("xml", Map), ("externalDocs", Map), ("example", Any),
        ("deprecated", Flag));

    // An exclamation mark stands for: required.
    private static FrozenDictionary<string, ObjectField> Index(params IEnumerable<(string Name, FieldType Type)> fields) => fields
        .Select(field => new ObjectField(field.Name.TrimEnd('!'), field.Type, field.Name.EndsWith('!')))
        .ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
}
