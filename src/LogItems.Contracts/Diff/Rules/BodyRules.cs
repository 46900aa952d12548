using LogItems.Contracts.Findings;
using static LogItems.Contracts.Findings.FindingLevel;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules for bodies, statuses, media types and headers as such; those for their schemas are in
/// <see cref="SchemaRules"/>.</summary>
internal static class BodyRules
{
    private const string OnlyAnswers = "Only responses have a status.";

    public static IEnumerable<ChangeRule> All { get; } =
    [
        Request("request-body-added-required", Error, Error,
            "An operation demands a body now; callers that do not send it are refused.", "response-media-type-added",
            "request-body-removed"),
        Request("request-body-added-optional", Info, Warn, "An operation takes a body now; callers can go on as before.",
            "response-media-type-added", "request-body-removed"),
        Request("request-body-removed", Warn, Error,
            "An operation no longer takes a body; callers that send one are ignored or refused.", "response-media-type-removed",
            "request-body-added-required", "request-body-added-optional"),
        Request("request-body-became-required", Error, Warn,
            "The body of a request is required now; callers that do not send it are refused.", null,
            "request-body-became-optional"),
        Request("request-body-became-optional", Info, None,
            "The body of a request is optional now; callers can go on as before.", null, "request-body-became-required"),
        Request("request-body-media-type-added", Info, None,
            "The body of a request may be of one more media type; callers can go on as before.", "response-media-type-added",
            "request-body-media-type-removed"),
        Request("request-body-media-type-removed", Error, Warn,
            "The body of a request may be of a media type less; callers that send it are refused.",
            "response-media-type-removed", "request-body-media-type-added"),
        Request("request-body-media-type-name-changed", Error, None,
            "The body of a request is of another media type; what callers send is refused.", "response-media-type-name-changed",
            "request-body-media-type-name-changed"),
        Request("request-body-media-type-name-generalized", Info, None,
            "The body of a request may be of a wider media type; callers can go on as before.",
            "response-media-type-name-generalized", "request-body-media-type-name-specialized"),
        Request("request-body-media-type-name-specialized", Error, None,
            "The body of a request must be of a narrower media type; callers that send another are refused.",
            "response-media-type-name-specialized", "request-body-media-type-name-generalized"),
        Request("request-body-media-type-schema-added", Error, Error,
            "The body of a request is described now; callers that send something else are refused.",
            "response-body-media-type-schema-added", "request-body-media-type-schema-removed"),
        Request("request-body-media-type-schema-removed", Info, Error,
            "The body of a request is no longer described; callers can go on as before.",
            "response-body-media-type-schema-removed", "request-body-media-type-schema-added"),

        Response("response-success-status-added", Info, Info,
            "An operation can succeed with one more status; callers that know only the others may fail.", null,
            "response-success-status-removed"),
        Response("response-success-status-removed", Error, Warn,
            "An operation no longer succeeds with a status; callers wait for it in vain.", null,
            "response-success-status-added"),
        Response("response-success-status-changed", Error, Warn,
            "An operation succeeds with another status; callers that look for the former take success for failure.",
            null, "response-success-status-changed"),
        Response("response-non-success-status-added", Info, None, "An operation can fail with one more status.",
            null, "response-non-success-status-removed"),
        Response("response-non-success-status-removed", Info, None, "An operation no longer fails with a status.",
            null, "response-non-success-status-added"),

        Response("response-media-type-added", Info, None,
            "A response can be of one more media type; callers that ask for theirs are not affected.",
            "request-body-media-type-added", "response-media-type-removed"),
        Response("response-media-type-removed", Error, Warn,
            "A response can be of a media type less; callers that read it get none.", "request-body-media-type-removed",
            "response-media-type-added"),
        Response("response-media-type-name-changed", Info, None,
            "A response is of another media type; callers that compare the name fail.", "request-body-media-type-name-changed",
            "response-media-type-name-changed"),
        Response("response-media-type-name-generalized", Error, None,
            "A response is of a wider media type; callers may get what they cannot read.",
            "request-body-media-type-name-generalized", "response-media-type-name-specialized"),
        Response("response-media-type-name-specialized", Info, None,
            "A response is of a narrower media type; callers that compare the name fail.",
            "request-body-media-type-name-specialized", "response-media-type-name-generalized"),
        Response("response-body-media-type-schema-added", Info, Error,
            "A response is described now; the SDK's method returns a type of its own.", "request-body-media-type-schema-added",
            "response-body-media-type-schema-removed"),
        Response("response-body-media-type-schema-removed", Warn, Error,
            "A response is no longer described; callers can rely on nothing.", "request-body-media-type-schema-removed",
            "response-body-media-type-schema-added"),

        Response("response-header-added", Info, None, "A response has one more header; callers are not affected.",
            "new-optional-request-parameter", "required-response-header-removed", "optional-response-header-removed"),
        Response("required-response-header-removed", Error, None,
            "A response has lost a header that was always there; callers look for it in vain.", "request-parameter-removed",
            "response-header-added"),
        Response("optional-response-header-removed", Warn, None,
            "A response has lost a header; callers that look for it find it no more.", "request-parameter-removed",
            "response-header-added"),
        Response("response-header-renamed", Error, None,
            "A header of a response has another name; callers look for the former in vain.", "request-parameter-renamed",
            "response-header-renamed"),
        Response("response-header-style-changed", Error, None,
            "A header of a response with several values is written differently; callers read another value.",
            "request-parameter-style-changed", "response-header-style-changed"),
        Response("response-header-became-optional", Error, None,
            "A header of a response may be missing now; callers that rely on it fail.", "request-parameter-became-optional",
            "response-header-became-required"),
        Response("response-header-became-required", Info, None,
            "A header of a response is always there now; callers are not affected.", "request-parameter-became-required",
            "response-header-became-optional"),
        Response("response-header-deprecated", Info, None,
            "A header of a response is deprecated now; callers should do without it.", "request-parameter-deprecated",
            "response-header-reactivated"),
        Response("response-header-reactivated", Info, None,
            "A header of a response is no longer deprecated; callers are not affected.", "request-parameter-reactivated",
            "response-header-deprecated"),
    ];

    private static ChangeRule Request(
        string id, FindingLevel wire, FindingLevel sdk, string description, string? counterpart, params string[] opposites) =>
        new(id, wire, sdk, ChangeDirection.Request, description)
        {
            Counterpart = counterpart,
            Opposites = opposites,
            Unmirrored = counterpart is null ? "A response says by its status whether there is a body." : null,
        };

    private static ChangeRule Response(
        string id, FindingLevel wire, FindingLevel sdk, string description, string? counterpart, params string[] opposites) =>
        new(id, wire, sdk, ChangeDirection.Response, description)
        {
            Counterpart = counterpart,
            Opposites = opposites,
            Unmirrored = counterpart is null ? OnlyAnswers : null,
        };
}
