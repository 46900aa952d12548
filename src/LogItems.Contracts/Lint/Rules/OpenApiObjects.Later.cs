using LogItems.Contracts.Documents;
using static LogItems.Contracts.Lint.Rules.FieldType;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>The changes of OpenAPI 3.1 and 3.2.</summary>
internal sealed partial class OpenApiObjects
{
    /// <summary>The type of a field that a version no longer has.</summary>
    private const FieldType Removed = 0;

    private static Dictionary<ElementKind, IEnumerable<(string Name, FieldType Type)>> ChangesOf31() => new()
    {
        [ElementKind.Document] = [("paths", Map), ("webhooks", Map), ("jsonSchemaDialect", Text)],
        [ElementKind.Info] = [("summary", Text)],
        [ElementKind.License] = [("identifier", Text)],
        [ElementKind.Components] = [("pathItems", Map)],
        [ElementKind.Operation] = [("responses", Map)],
        [ElementKind.MediaType] = [("schema", Map | Flag)],
        [ElementKind.Parameter] = [("schema", Map | Flag)],
        [ElementKind.Header] = [("schema", Map | Flag)],
        [ElementKind.Schema] =
        [
            ("$ref", Text), ("$id", Text), ("$schema", Text), ("$anchor", Text), ("$dynamicRef", Text), ("$dynamicAnchor", Text),
            ("$comment", Text), ("$vocabulary", Map), ("nullable", Removed), ("type", Text | List), ("const", Any), ("examples", List),
            ("exclusiveMaximum", Number), ("exclusiveMinimum", Number), ("minContains", Number), ("maxContains", Number),
            ("prefixItems", List), ("dependentRequired", Map), ("contentMediaType", Text), ("contentEncoding", Text),
            ("items", Map | Flag), ("not", Map | Flag),
            .. SchemaKeywords.Single.Select(keyword => (keyword, Map | Flag)),
            .. SchemaKeywords.Named.Select(keyword => (keyword, Map)),
        ],
    };

    private static Dictionary<ElementKind, IEnumerable<(string Name, FieldType Type)>> ChangesOf32()
    {
        IEnumerable<(string Name, FieldType Type)> example = [("dataValue", Any), ("serializedValue", Text)];
        IEnumerable<(string Name, FieldType Type)> encoding = [("encoding", Map), ("prefixEncoding", List), ("itemEncoding", Map)];
        return new()
        {
            [ElementKind.Document] = [("$self", Text)],
            [ElementKind.Components] = [("mediaTypes", Map)],
            [ElementKind.PathItem] = [("query", Map), ("additionalOperations", Map)],
            [ElementKind.MediaType] = [("itemSchema", Map | Flag), .. encoding],
            [ElementKind.Encoding] = encoding,
            [ElementKind.Response] = [("description", Text), ("summary", Text)],
            [ElementKind.Server] = [("name", Text)],
            [ElementKind.Example] = example,
            [ElementKind.MediaExample] = example,
            [ElementKind.Tag] = [("summary", Text), ("parent", Text), ("kind", Text)],
            [ElementKind.SecurityScheme] = [("oauth2MetadataUrl", Text), ("deprecated", Flag)],
            [ElementKind.OAuthFlows] = [("deviceAuthorization", Map)],
            [ElementKind.OAuthFlow] = [("deviceAuthorizationUrl", Text)],
            [ElementKind.Discriminator] = [("defaultMapping", Text)],
            [ElementKind.Xml] = [("nodeType", Text)],
        };
    }
}
