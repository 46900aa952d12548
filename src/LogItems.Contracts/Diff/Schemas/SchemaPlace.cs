namespace LogItems.Contracts;

/// <summary>Where a schema is used: that decides who has to keep to it, and what the rules are called.</summary>
/// <param name="Id">The beginning of the ids of the rules for this place.</param>
/// <param name="Direction">Which way the values go.</param>
/// <param name="Words">The place as sentences name it.</param>
internal sealed record SchemaPlace(string Id, ChangeDirection Direction, string Words)
{
    public static readonly SchemaPlace Parameter = new("request-parameter", ChangeDirection.Request, "A parameter");
    public static readonly SchemaPlace ParameterProperty =
        new("request-parameter-property", ChangeDirection.Request, "A property within a parameter");

    public static readonly SchemaPlace HeaderParameter = Parameter with { IsHeader = true };
    public static readonly SchemaPlace HeaderParameterProperty =
        new("request-header-property", ChangeDirection.Request, "A property within a request header");

    public static readonly SchemaPlace RequestBody = new("request-body", ChangeDirection.Request, "The body of a request");
    public static readonly SchemaPlace RequestProperty = new("request-property", ChangeDirection.Request, "A property of a request");
    public static readonly SchemaPlace ResponseHeader = new("response-header", ChangeDirection.Response, "A header of a response");
    public static readonly SchemaPlace ResponseBody = new("response-body", ChangeDirection.Response, "The body of a response");
    public static readonly SchemaPlace ResponseProperty = new("response-property", ChangeDirection.Response, "A property of a response");

    public bool IsHeader { get; init; }

    public bool IsParameter => Id == Parameter.Id;

    public bool IsResponse => Direction == ChangeDirection.Response;

    public bool IsProperty => Id.EndsWith("-property", StringComparison.Ordinal);

    /// <summary>The place of the properties of an object at this place.</summary>
    public SchemaPlace OfProperties =>
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
