using System.Collections.Frozen;
using LogItems.Contracts.Documents;
using static LogItems.Contracts.Lint.Rules.FieldType;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>The fields of the objects of a version of OpenAPI, according to its specification.</summary>
internal sealed partial class OpenApiObjects
{
    private static readonly OpenApiObjects V30 = new("3.0", Table());
    private static readonly OpenApiObjects V31 = V30.With("3.1", ChangesOf31());
    private static readonly OpenApiObjects V32 = V31.With("3.2", ChangesOf32());

    // By kind of element.
    private readonly FrozenDictionary<string, ObjectField>?[] _fields = new FrozenDictionary<string, ObjectField>?[Enum.GetValues<ElementKind>().Length];
    private readonly ObjectField[][] _required;

    private OpenApiObjects(string version, Dictionary<ElementKind, FrozenDictionary<string, ObjectField>> fields)
    {
        Version = version;
        foreach (var (kind, known) in fields)
        {
            _fields[(int)kind] = known;
        }

        _required = [.. _fields.Select(known => known?.Values.Where(field => field.IsRequired).ToArray() ?? [])];
    }

    /// <summary>The version, for messages.</summary>
    public string Version { get; }

    /// <summary>The fields of the version that a document is written in.</summary>
    public static OpenApiObjects Of(ContractDocument document) => document.OpenApiVersion switch
    {
        "3.0" => V30,
        "3.1" => V31,
        _ => V32,
    };

    /// <summary>The fields of an element; null if the specification leaves its keys to the author.</summary>
    public FrozenDictionary<string, ObjectField>? FieldsOf(Element element) => _fields[(int)KindOf(element)];

    /// <summary>The required fields of an element.</summary>
    public IReadOnlyList<ObjectField> RequiredOf(Element element) => _required[(int)KindOf(element)];

    /// <summary>All nodes that are objects with known fields.</summary>
    public IEnumerable<(Element Element, ContractMap Map, FrozenDictionary<string, ObjectField> Fields)> In(LintSubject subject) =>
        from element in subject.Elements
        where element.Map is not null && (element.Reference is null || (element.IsSchema && this != V30))
        let fields = FieldsOf(element)
        where fields is not null
        select (element, element.Map, fields);

    // Adds or replaces fields for a later version.
    private OpenApiObjects With(string version, Dictionary<ElementKind, IEnumerable<(string Name, FieldType Type)>> changes) => new(
        version,
        _fields.Index().Where(pair => pair.Item is not null).ToDictionary(pair => (ElementKind)pair.Index, pair =>
            changes.TryGetValue((ElementKind)pair.Index, out var fields)
                ? Index(fields).Values.Concat(pair.Item!.Values).DistinctBy(field => field.Name)
                    .Where(field => field.Type != Removed).ToFrozenDictionary(field => field.Name, StringComparer.Ordinal)
                : pair.Item!));

    private static ElementKind KindOf(Element element) => element.IsSchema ? ElementKind.Schema : element.Kind;

    private static Dictionary<ElementKind, FrozenDictionary<string, ObjectField>> Table()
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
            [ElementKind.Info] = Index(
                ("title!", Text), ("version!", Text), ("description", Text), ("termsOfService", Text), ("contact", Map), ("license", Map)),
            [ElementKind.License] = Index(("name!", Text), ("url", Text)),
            [ElementKind.Components] = Index(
                ("schemas", Map), ("responses", Map), ("parameters", Map), ("examples", Map), ("requestBodies", Map), ("headers", Map),
                ("securitySchemes", Map), ("links", Map), ("callbacks", Map)),
            [ElementKind.PathItem] = Index(
                [("$ref", Text), ("summary", Text), ("description", Text), ("servers", List), ("parameters", List),
                .. HttpMethods.All.Where(method => method != "query").Select(method => (method, Map))]),
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
            [ElementKind.Tag] = Index(("name!", Text), ("description", Text), ("externalDocs", Map)),
            [ElementKind.SecurityScheme] = Index(
                ("type!", Text), ("description", Text), ("name", Text), ("in", Text), ("scheme", Text), ("bearerFormat", Text), ("flows", Map),
                ("openIdConnectUrl", Text)),
            [ElementKind.OAuthFlows] = Index(("implicit", Map), ("password", Map), ("clientCredentials", Map), ("authorizationCode", Map)),
            [ElementKind.OAuthFlow] = Index(("scopes!", Map), ("authorizationUrl", Text), ("tokenUrl", Text), ("refreshUrl", Text)),
            [ElementKind.Discriminator] = Index(("propertyName!", Text), ("mapping", Map)),
            [ElementKind.Xml] = Index(("name", Text), ("namespace", Text), ("prefix", Text), ("attribute", Flag), ("wrapped", Flag)),
            [ElementKind.Schema] = Schema(),
        };
    }

    private static FrozenDictionary<string, ObjectField> Schema() => Index(
        ("title", Text), ("description", Text), ("type", Text), ("format", Text), ("pattern", Text), ("multipleOf", Number),
        ("maximum", Number), ("minimum", Number), ("exclusiveMaximum", Flag), ("exclusiveMinimum", Flag), ("maxLength", Number),
        ("minLength", Number), ("maxItems", Number), ("minItems", Number), ("uniqueItems", Flag), ("maxProperties", Number),
        ("minProperties", Number), ("required", List), ("enum", List), ("allOf", List), ("oneOf", List), ("anyOf", List), ("not", Map),
        ("items", Map), ("properties", Map), ("additionalProperties", Map | Flag), ("default", Any), ("nullable", Flag),
        ("discriminator", Map), ("readOnly", Flag), ("writeOnly", Flag), ("xml", Map), ("externalDocs", Map), ("example", Any),
        ("deprecated", Flag));

    // An exclamation mark means: required.
    private static FrozenDictionary<string, ObjectField> Index(params IEnumerable<(string Name, FieldType Type)> fields) => fields
        .Select(field => new ObjectField(field.Name.TrimEnd('!'), field.Type, field.Name.EndsWith('!')))
        .ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
}
