using System.Collections.Frozen;

namespace LogItems.Contracts.Documents;

/// <summary>The structure of an OpenAPI document with our annotations: a single table used by checks and views.</summary>
internal static class OpenApiGrammar
{
    private const string Any = "*";

    // The kinds of children by key, for each kind of parent.
    private static readonly FrozenDictionary<string, ElementKind>?[] Children = ByParent(Table());
    private static readonly ElementKind?[] Others =
        [.. Children.Select(known => known is not null && known.TryGetValue(Any, out var kind) ? kind : (ElementKind?)null)];

    /// <summary>The kind of a child, from the kind of its parent and its key.</summary>
    public static ElementKind ChildOf(ElementKind parent, string key)
    {
        var rules = IsSchema(parent) ? ElementKind.Schema : parent;
        return Children[(int)rules] is { } known && known.TryGetValue(key, out var kind) ? kind
            : IsExtension(rules, key) ? ElementKind.Data
            : Others[(int)rules] ?? (rules == ElementKind.Data ? ElementKind.Data : ElementKind.Other);
    }

    private static FrozenDictionary<string, ElementKind>?[] ByParent(Dictionary<(ElementKind Parent, string Key), ElementKind> table)
    {
        var children = new FrozenDictionary<string, ElementKind>?[Enum.GetValues<ElementKind>().Length];
        foreach (var group in table.GroupBy(entry => entry.Key.Parent))
        {
            children[(int)group.Key] = group.ToFrozenDictionary(entry => entry.Key.Key, entry => entry.Value, StringComparer.Ordinal);
        }

        return children;
    }

    public static bool IsSchema(ElementKind kind) =>
        kind is ElementKind.Schema or ElementKind.Property or ElementKind.ComponentSchema;

    /// <summary>Determines whether <c>x-since</c> and <c>x-until</c> have a meaning here.</summary>
    public static bool CarriesVersions(ElementKind kind) => kind is ElementKind.Operation or ElementKind.Parameter
        or ElementKind.Response or ElementKind.Property or ElementKind.ComponentSchema or ElementKind.MediaExample
        or ElementKind.Shape or ElementKind.EnumVersion;

    /// <summary>Determines whether the keys here are names chosen by the author rather than keywords of OpenAPI.</summary>
    public static bool HasFreeNames(ElementKind kind) => kind is ElementKind.Properties or ElementKind.ComponentSchemas
        or ElementKind.ComponentParameters or ElementKind.ComponentResponses or ElementKind.RequestBodies or ElementKind.Headers
        or ElementKind.Examples or ElementKind.MediaExamples or ElementKind.Links or ElementKind.Callbacks
        or ElementKind.EnumVersions or ElementKind.ServerVariables or ElementKind.Encodings or ElementKind.Content
        or ElementKind.SchemaMap or ElementKind.Webhooks or ElementKind.PathItems or ElementKind.MediaTypes or ElementKind.Operations
        or ElementKind.SecuritySchemes;

    /// <summary>Determines whether a reference object is allowed here.</summary>
    public static bool MayBeReference(ElementKind kind) => IsSchema(kind) || kind is ElementKind.PathItem or ElementKind.Parameter
        or ElementKind.RequestBody or ElementKind.Response or ElementKind.Header or ElementKind.Example or ElementKind.MediaType
        or ElementKind.MediaExample or ElementKind.Link or ElementKind.Callback or ElementKind.SecurityScheme;

    private static bool IsExtension(ElementKind parent, string key) =>
        key.StartsWith("x-", StringComparison.Ordinal) && !HasFreeNames(parent);

    private static Dictionary<(ElementKind, string), ElementKind> Table()
    {
        var table = new Dictionary<(ElementKind, string), ElementKind>();

        void Add(ElementKind parent, params (string Key, ElementKind Child)[] children)
        {
            foreach (var (key, child) in children)
            {
                table.Add((parent, key), child);
            }
        }

        Add(ElementKind.Document, ("paths", ElementKind.Paths), ("webhooks", ElementKind.Webhooks), ("components", ElementKind.Components),
            ("servers", ElementKind.Servers), ("info", ElementKind.Info), ("tags", ElementKind.Tags));
        Add(ElementKind.Tags, (Any, ElementKind.Tag));
        Add(ElementKind.Info, ("license", ElementKind.License));
        Add(ElementKind.Components, ("schemas", ElementKind.ComponentSchemas), ("parameters", ElementKind.ComponentParameters),
            ("responses", ElementKind.ComponentResponses), ("requestBodies", ElementKind.RequestBodies),
            ("headers", ElementKind.Headers), ("examples", ElementKind.Examples), ("links", ElementKind.Links),
            ("callbacks", ElementKind.Callbacks), ("pathItems", ElementKind.PathItems), ("mediaTypes", ElementKind.MediaTypes),
            ("securitySchemes", ElementKind.SecuritySchemes));
        Add(ElementKind.SecuritySchemes, (Any, ElementKind.SecurityScheme));
        Add(ElementKind.SecurityScheme, ("flows", ElementKind.OAuthFlows));
        Add(ElementKind.OAuthFlows, (Any, ElementKind.OAuthFlow));
        Add(ElementKind.OAuthFlow, ("scopes", ElementKind.Data));
        Add(ElementKind.ComponentSchemas, (Any, ElementKind.ComponentSchema));
        Add(ElementKind.ComponentParameters, (Any, ElementKind.Parameter));
        Add(ElementKind.ComponentResponses, (Any, ElementKind.Response));
        Add(ElementKind.RequestBodies, (Any, ElementKind.RequestBody));

        Add(ElementKind.PathItems, (Any, ElementKind.PathItem));
        Add(ElementKind.MediaTypes, (Any, ElementKind.MediaType));
        Add(ElementKind.Webhooks, (Any, ElementKind.PathItem));

        Add(ElementKind.Servers, (Any, ElementKind.Server));
        Add(ElementKind.Server, ("variables", ElementKind.ServerVariables));
        Add(ElementKind.ServerVariables, (Any, ElementKind.ServerVariable));

        Add(ElementKind.Paths, (Any, ElementKind.PathItem));
        Add(ElementKind.PathItem, ("parameters", ElementKind.Parameters), ("servers", ElementKind.Servers),
            ("additionalOperations", ElementKind.Operations));
        Add(ElementKind.Operations, (Any, ElementKind.Operation));
        Add(ElementKind.PathItem, [.. HttpMethods.All.Select(method => (method, ElementKind.Operation))]);
        Add(ElementKind.Operation, ("parameters", ElementKind.Parameters), ("requestBody", ElementKind.RequestBody),
            ("responses", ElementKind.Responses), ("callbacks", ElementKind.Callbacks), ("servers", ElementKind.Servers));
        Add(ElementKind.Callbacks, (Any, ElementKind.Callback));
        Add(ElementKind.Callback, (Any, ElementKind.PathItem));

        Add(ElementKind.Parameters, (Any, ElementKind.Parameter));
        Add(ElementKind.Parameter, ("schema", ElementKind.Schema), ("content", ElementKind.Content),
            ("examples", ElementKind.Examples), ("example", ElementKind.Data));
        Add(ElementKind.Header, ("schema", ElementKind.Schema), ("content", ElementKind.Content),
            ("examples", ElementKind.Examples), ("example", ElementKind.Data));
        Add(ElementKind.RequestBody, ("content", ElementKind.Content));
        Add(ElementKind.Responses, (Any, ElementKind.Response));
        Add(ElementKind.Response, ("content", ElementKind.Content), ("headers", ElementKind.Headers), ("links", ElementKind.Links));
        Add(ElementKind.Headers, (Any, ElementKind.Header));
        Add(ElementKind.Links, (Any, ElementKind.Link));
        Add(ElementKind.Link, ("parameters", ElementKind.Data), ("requestBody", ElementKind.Data));

        Add(ElementKind.Content, (Any, ElementKind.MediaType));
        Add(ElementKind.MediaType, ("schema", ElementKind.Schema), ("itemSchema", ElementKind.Schema), (Annotation.Shapes, ElementKind.Shapes),
            ("examples", ElementKind.MediaExamples), ("example", ElementKind.Data), ("encoding", ElementKind.Encodings));
        Add(ElementKind.Encodings, (Any, ElementKind.Encoding));
        Add(ElementKind.Encoding, ("headers", ElementKind.Headers));
        Add(ElementKind.Shapes, (Any, ElementKind.Shape));
        Add(ElementKind.Shape, ("schema", ElementKind.Schema));
        Add(ElementKind.MediaExamples, (Any, ElementKind.MediaExample));
        Add(ElementKind.MediaExample, ("value", ElementKind.Data), ("dataValue", ElementKind.Data));
        Add(ElementKind.Examples, (Any, ElementKind.Example));
        Add(ElementKind.Example, ("value", ElementKind.Data), ("dataValue", ElementKind.Data));

        Add(ElementKind.Schema, ("properties", ElementKind.Properties), ("items", ElementKind.Schema),
            ("additionalProperties", ElementKind.Schema), ("not", ElementKind.Schema), ("allOf", ElementKind.SchemaList),
            ("anyOf", ElementKind.SchemaList), ("oneOf", ElementKind.SchemaList), (Annotation.EnumVersions, ElementKind.EnumVersions),
            ("enum", ElementKind.Data), ("default", ElementKind.Data), ("example", ElementKind.Data), ("const", ElementKind.Data),
            ("examples", ElementKind.Data), ("prefixItems", ElementKind.SchemaList), ("discriminator", ElementKind.Discriminator),
            ("xml", ElementKind.Xml));
        Add(ElementKind.Discriminator, ("mapping", ElementKind.Data));
        Add(ElementKind.Schema, [.. SchemaKeywords.Single.Select(keyword => (keyword, ElementKind.Schema))]);
        Add(ElementKind.Schema, [.. SchemaKeywords.Named.Select(keyword => (keyword, ElementKind.SchemaMap))]);
        Add(ElementKind.SchemaMap, (Any, ElementKind.Schema));
        Add(ElementKind.SchemaList, (Any, ElementKind.Schema));
        Add(ElementKind.Properties, (Any, ElementKind.Property));
        Add(ElementKind.EnumVersions, (Any, ElementKind.EnumVersion));
        return table;
    }
}
