namespace LogItems.Contracts.Diff.Rules;

/// <summary>The location where a schema is used, which determines who must conform to it and the names of the rules.</summary>
internal sealed class SchemaLocation
{
    public static readonly SchemaLocation Parameter = new("request-parameter", ChangeDirection.Request, "A parameter");
    public static readonly SchemaLocation ParameterProperty =
        new("request-parameter-property", ChangeDirection.Request, "A property within a parameter");

    /// <summary>A parameter in a header, whose rules are those of other parameters, except for its properties.</summary>
    public static readonly SchemaLocation HeaderParameter = new("request-parameter", ChangeDirection.Request, "A parameter") { IsHeader = true };
    public static readonly SchemaLocation HeaderParameterProperty =
        new("request-header-property", ChangeDirection.Request, "A property within a request header") { General = ParameterProperty };

    public static readonly SchemaLocation RequestBody = new("request-body", ChangeDirection.Request, "The body of a request");
    public static readonly SchemaLocation RequestProperty = new("request-property", ChangeDirection.Request, "A property of a request");
    public static readonly SchemaLocation ResponseHeader = new("response-header", ChangeDirection.Response, "A header of a response");
    public static readonly SchemaLocation ResponseBody = new("response-body", ChangeDirection.Response, "The body of a response");
    public static readonly SchemaLocation ResponseProperty = new("response-property", ChangeDirection.Response, "A property of a response");

    private SchemaLocation(string id, ChangeDirection direction, string words) => (Id, Direction, Words) = (id, direction, words);

    /// <summary>All locations that have rules.</summary>
    public static IReadOnlyList<SchemaLocation> All { get; } =
    [
        Parameter, ParameterProperty, HeaderParameterProperty, RequestBody, RequestProperty, ResponseHeader, ResponseBody, ResponseProperty,
    ];

    /// <summary>The name of the location in the table of rules.</summary>
    public string Id { get; }

    /// <summary>The direction of the values.</summary>
    public ChangeDirection Direction { get; }

    /// <summary>The location in sentences.</summary>
    public string Words { get; }

    /// <summary>The location whose rules apply if this one has none.</summary>
    public SchemaLocation? General { get; private init; }

    public bool IsHeader { get; private init; }

    public bool IsProperty => this == OfProperties;

    public bool IsParameter => Id == Parameter.Id;

    public bool IsResponse => Direction == ChangeDirection.Response;

    /// <summary>The location of the properties of an object at this location.</summary>
    public SchemaLocation OfProperties =>
        this == ParameterProperty || this == HeaderParameterProperty || this == RequestProperty || this == ResponseProperty ? this
        : IsParameter ? (IsHeader ? HeaderParameterProperty : ParameterProperty)
        : IsResponse ? ResponseProperty
        : RequestProperty;

    /// <summary>The same location in the other direction.</summary>
    public SchemaLocation Counterpart =>
        IsParameter ? ResponseHeader
        : this == ResponseHeader ? Parameter
        : this == RequestBody ? ResponseBody
        : this == ResponseBody ? RequestBody
        : IsResponse ? RequestProperty
        : ResponseProperty;
}
