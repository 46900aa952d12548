namespace LogItems.Contracts.Diff.Rules;

/// <summary>Where a schema is used: that decides who has to keep to it, and what the rules are called.</summary>
internal sealed class SchemaLocation
{
    public static readonly SchemaLocation Parameter = new("request-parameter", ChangeDirection.Request, "A parameter");
    public static readonly SchemaLocation HeaderParameter = new("request-parameter", ChangeDirection.Request, "A parameter") { IsHeader = true };
    public static readonly SchemaLocation ParameterProperty =
        new("request-parameter-property", ChangeDirection.Request, "A property within a parameter");

    public static readonly SchemaLocation HeaderParameterProperty =
        new("request-header-property", ChangeDirection.Request, "A property within a request header");

    public static readonly SchemaLocation RequestBody = new("request-body", ChangeDirection.Request, "The body of a request");
    public static readonly SchemaLocation RequestProperty = new("request-property", ChangeDirection.Request, "A property of a request");
    public static readonly SchemaLocation ResponseHeader = new("response-header", ChangeDirection.Response, "A header of a response");
    public static readonly SchemaLocation ResponseBody = new("response-body", ChangeDirection.Response, "The body of a response");
    public static readonly SchemaLocation ResponseProperty = new("response-property", ChangeDirection.Response, "A property of a response");

    private SchemaLocation(string id, ChangeDirection direction, string words)
    {
        Id = id;
        Direction = direction;
        Words = words;
        IsProperty = id.EndsWith("-property", StringComparison.Ordinal);
    }

    /// <summary>The beginning of the ids of the rules for this place.</summary>
    public string Id { get; }

    /// <summary>Which way the values go.</summary>
    public ChangeDirection Direction { get; }

    /// <summary>The place as sentences name it.</summary>
    public string Words { get; }

    public bool IsHeader { get; private init; }

    public bool IsProperty { get; }

    public bool IsParameter => Id == Parameter.Id;

    public bool IsResponse => Direction == ChangeDirection.Response;

    /// <summary>The place of the properties of an object at this place.</summary>
    public SchemaLocation OfProperties =>
        IsProperty ? this
        : IsParameter ? (IsHeader ? HeaderParameterProperty : ParameterProperty)
        : IsResponse ? ResponseProperty
        : RequestProperty;

    /// <summary>The id of a rule for this place.</summary>
    public string Rule(string suffix)
    {
        // These few ids are those of the tool that users may come from.
        var isEnumValue = suffix.StartsWith("enum-value-", StringComparison.Ordinal);
        var isBecomingEnum = suffix is "became-enum" or "became-not-enum";
        return this == ResponseBody && isEnumValue ? $"response-mediatype-{suffix}"
            : this == HeaderParameterProperty && !isBecomingEnum ? $"{ParameterProperty.Id}-{suffix}"
            : $"{Id}-{suffix}";
    }
}
