using LogItems.Contracts.Findings;
using static LogItems.Contracts.Findings.FindingLevel;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules for what a document says as a whole: its version, its servers, the names of its schemas.</summary>
internal static class DocumentRules
{
    public static IEnumerable<ChangeRule> All { get; } =
    [
        Rule("api-version-increased", None, None, "The document's version is higher; nothing on the wire changes by that.",
            "api-version-decreased"),
        Rule("api-version-decreased", Info, None, "The document's version is lower; perhaps the two documents were swapped.",
            "api-version-increased"),

        Rule("api-server-added", Info, None, "The service has one more address; callers that know another are not affected.",
            "api-server-removed"),
        Rule("api-server-removed", Info, None,
            "The service has an address less; callers that take it from the document have to take another.",
            "api-server-added"),
        Rule("api-server-url-changed", Info, None,
            "The service has another address; callers that take it from the document have to take it anew.",
            "api-server-url-changed"),
        Rule("api-server-variable-default-changed", Info, None,
            "A part of the service's address has another default; callers that take it from the document are led elsewhere.",
            "api-server-variable-default-changed"),
        Rule("api-server-variable-enum-value-added", Info, None,
            "A part of the service's address has one more allowed value; callers are not affected.",
            "api-server-variable-enum-value-removed"),
        Rule("api-server-variable-enum-value-removed", Info, None,
            "A part of the service's address has an allowed value less; callers that use it are led nowhere.",
            "api-server-variable-enum-value-added"),

        Rule("api-schema-renamed", None, Error, "A schema has another name; its class in the SDK changes its name.",
            "api-schema-renamed"),
        Rule("api-schema-replaced", None, Error,
            "Another schema stands where one stood that exists still; a member of the SDK is of another class.",
            "api-schema-replaced"),
    ];

    private static ChangeRule Rule(
        string id, FindingLevel wire, FindingLevel sdk, string description, params string[] opposites) =>
        new(id, wire, sdk, ChangeDirection.None, description)
        {
            Opposites = opposites,
            Unmirrored = "What a document says as a whole goes neither way.",
        };
}
