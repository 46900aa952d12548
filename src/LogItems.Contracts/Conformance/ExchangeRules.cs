using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Conformance;

/// <summary>The rules that exchanges are checked against.</summary>
public static class ExchangeRules
{
    /// <summary>The contract has no such path, or not with this method.</summary>
    public const string UndocumentedOperation = "undocumented-operation";

    /// <summary>The operation has no such query parameter.</summary>
    public const string UndocumentedParameter = "undocumented-parameter";

    /// <summary>The value of a query parameter does not match its schema.</summary>
    public const string InvalidParameter = "invalid-parameter";

    /// <summary>A required query parameter was not sent.</summary>
    public const string MissingParameter = "missing-parameter";

    /// <summary>The body of a request does not match its schema or is of a media type that the contract does not name.</summary>
    public const string InvalidRequestBody = "invalid-request-body";

    /// <summary>The operation has no such status.</summary>
    public const string UndocumentedStatus = "undocumented-status";

    /// <summary>The media type of the response is not one that the contract names for the status.</summary>
    public const string UnexpectedMediaType = "unexpected-media-type";

    /// <summary>The response has no body, although the contract describes one for a status below 400.</summary>
    public const string MissingBody = "missing-body";

    /// <summary>The body is declared as JSON but is not JSON.</summary>
    public const string BodyNotJson = "body-not-json";

    /// <summary>A value in the body does not match its schema.</summary>
    public const string SchemaViolation = "schema-violation";

    /// <summary>A property in the body that the schema does not name and does not explicitly allow; level Warn, because callers
    /// ignore it.</summary>
    public const string UndocumentedProperty = "undocumented-property";

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new(UndocumentedOperation, FindingLevel.Error, "The contract has no such path, or not with this method."),
        new(UndocumentedParameter, FindingLevel.Error, "The operation has no such query parameter."),
        new(InvalidParameter, FindingLevel.Error, "The value of a query parameter does not match its schema."),
        new(MissingParameter, FindingLevel.Error, "A required query parameter was not sent."),
        new(InvalidRequestBody, FindingLevel.Error,
            "The body of a request does not match its schema or is of a media type that the contract does not name."),
        new(UndocumentedStatus, FindingLevel.Error, "The operation has no such status."),
        new(UnexpectedMediaType, FindingLevel.Error, "The media type of the response is not one that the contract names for the status."),
        new(MissingBody, FindingLevel.Error, "The response has no body, although the contract describes one for a status below 400."),
        new(BodyNotJson, FindingLevel.Error, "The body is declared as JSON but is not JSON."),
        new(SchemaViolation, FindingLevel.Error, "A value in the body does not match its schema."),
        new(UndocumentedProperty, FindingLevel.Warn, "A property in the body that the schema does not name and does not explicitly allow."),
    ];
}
