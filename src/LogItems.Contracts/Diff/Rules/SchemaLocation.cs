namespace LogItems.Contracts.Diff.Rules;

/// <summary>The place where a schema is used, which decides who has to conform to it and the names of the rules.</summary>
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

    /// <summary>Every place that has rules.</summary>
    public static IReadOnlyList<SchemaLocation> All { get; } =
    [
        Parameter, ParameterProperty, HeaderParameterProperty, RequestBody, RequestProperty, ResponseHeader, ResponseBody, ResponseProperty,
    ];

    /// <summary>The name of the place in the table of rules.</summary>
    public string Id { get; }

    /// <summary>The direction of the values.</summary>
    public ChangeDirection Direction { get; }

    /// <summary>The place as sentences name it.</summary>
    public string Words { get; }

    /// <summary>The place whose rules apply if this one has none.</summary>
    public SchemaLocation? General { get; private init; }

    public bool IsHeader { get; private init; }

    public bool IsProperty => this == OfProperties;

    public bool IsParameter => Id == Parameter.Id;

    public bool IsResponse => Direction == ChangeDirection.Response;

    /// <summary>The place of the properties of an object at this place.</summary>
    public SchemaLocation OfProperties =>
        this == ParameterProperty || this == HeaderParameterProperty || this == RequestProperty || this == ResponseProperty ? this
        : IsParameter ? (IsHeader ? HeaderParameterProperty : ParameterProperty)
        : IsResponse ? ResponseProperty
        : RequestProperty;

    /// <summary>The same place in the other direction.</summary>
    public SchemaLocation Counterpart =>
        IsParameter ? ResponseHeader
        : this == ResponseHeader ? Parameter
        : this == RequestBody ? ResponseBody
        : this == ResponseBody ? RequestBody
        : IsResponse ? RequestProperty
        : ResponseProperty;
}
