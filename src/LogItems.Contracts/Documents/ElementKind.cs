namespace LogItems.Contracts.Documents;

/// <summary>What a node is in OpenAPI's terms: the same key means different things in different places.</summary>
internal enum ElementKind
{
    Document,
    Components,
    Paths,
    PathItem,
    Operation,
    Parameters,
    Parameter,
    RequestBody,
    Responses,
    Response,
    Headers,
    Header,
    Content,
    MediaType,
    Encodings,
    Encoding,
    Examples,
    Example,
    MediaExamples,
    MediaExample,
    Links,
    Link,
    Callbacks,
    Callback,
    Servers,
    Server,
    ServerVariables,
    ServerVariable,
    Shapes,
    Shape,
    Schema,
    SchemaList,
    Properties,
    Property,
    EnumVersions,
    EnumVersion,
    ComponentSchemas,
    ComponentSchema,
    ComponentParameters,
    ComponentResponses,
    RequestBodies,

    /// <summary>Part of the document's structure in which annotations and references mean nothing.</summary>
    Other,

    /// <summary>Content that belongs to somebody else: example bodies, defaults, foreign extensions.</summary>
    Data,
}
