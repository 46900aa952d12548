using LogItems.Contracts.Findings;
using static LogItems.Contracts.Findings.FindingLevel;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules for parameters as such; those for their schemas are in <see cref="SchemaRules"/>.</summary>
internal static class ParameterRules
{
    private const string OnlySent = "Headers of a response have neither a place nor an announced end of their own.";

    private static readonly string[] Removals =
        ["request-parameter-removed", "request-parameter-removed-with-deprecation", "request-parameter-removed-before-sunset"];

    private static readonly string[] Additions =
        ["new-required-request-parameter", "new-optional-request-parameter", "new-request-path-parameter"];

    public static IEnumerable<ChangeRule> All { get; } =
    [
        Rule("new-required-request-parameter", Error, Error,
            "An operation demands one more parameter; callers that do not send it are refused.", "response-header-added",
            Removals),
        Rule("new-optional-request-parameter", Info, Warn,
            "An operation takes one more parameter; callers are not affected, but its method in the SDK has one more argument.",
            "response-header-added", Removals),
        Rule("new-request-path-parameter", Error, Error,
            "The path of an operation has one more parameter; callers that do not send it get a 404.", null, Removals),
        Rule("request-parameter-removed", Warn, Error,
            "An operation has lost a parameter; callers that send it are ignored or refused.",
            "optional-response-header-removed", Additions),
        Rule("request-parameter-removed-with-deprecation", Info, Error,
            "An operation has lost a parameter that was deprecated; callers that still send it are ignored or refused.", null,
            Additions),
        Rule("request-parameter-removed-before-sunset", Error, Error,
            "An operation has lost a parameter before the date announced; callers that send it are ignored or refused too early.",
            null, Additions),
        Rule("request-parameter-renamed", Error, Error,
            "A parameter has another name; callers that send the former are ignored or refused.", "response-header-renamed",
            "request-parameter-renamed"),
        Rule("request-path-parameter-renamed", None, Error,
            "A parameter in a path has another name; only the SDK's argument changes its name.", null,
            "request-path-parameter-renamed"),
        Rule("request-parameter-location-changed", Error, None,
            "A parameter is sent elsewhere; where callers put it, it is ignored or refused.", null,
            "request-parameter-location-changed"),
        Rule("request-parameter-style-changed", Error, None,
            "A parameter with several values is written differently; what callers send is read as another value or refused.",
            "response-header-style-changed", "request-parameter-style-changed"),
        Rule("request-parameter-content-type-changed", Error, Error,
            "The value of a parameter is of another media type; what callers send is refused.", null,
            "request-parameter-content-type-changed"),
        Rule("request-parameter-allow-reserved-changed", Warn, None,
            "Reserved characters in a parameter are read differently; callers that send some may be refused.",
            null, "request-parameter-allow-reserved-changed"),
        Rule("request-parameter-empty-value-allowed", Info, None,
            "A parameter may be sent without a value now; callers can go on as before.", null,
            "request-parameter-empty-value-forbidden"),
        Rule("request-parameter-empty-value-forbidden", Error, None,
            "A parameter must not be sent without a value any more; callers that do so are refused.", null,
            "request-parameter-empty-value-allowed"),

        Rule("request-parameter-became-required", Error, Error,
            "A parameter is required now; callers that do not send it are refused.", "response-header-became-required",
            "request-parameter-became-optional"),
        Rule("request-parameter-became-optional", Info, Info, "A parameter is optional now; callers can go on as before.",
            "response-header-became-optional", "request-parameter-became-required"),
        Rule("request-parameter-deprecated", Info, Info, "A parameter is deprecated now; callers should do without it.",
            "response-header-deprecated", "request-parameter-reactivated"),
        Rule("request-parameter-deprecated-with-sunset", Info, Info,
            "A parameter is deprecated now and has a date of removal; callers have to do without it by then.", null,
            "request-parameter-reactivated"),
        Rule("request-parameter-reactivated", Info, None, "A parameter is no longer deprecated; callers are not affected.",
            "response-header-reactivated", "request-parameter-deprecated", "request-parameter-deprecated-with-sunset"),
        Rule("request-parameter-sunset-added", Info, None,
            "A deprecated parameter has a date of removal now; callers have to do without it by then.", null,
            "request-parameter-sunset-deleted"),
        Rule("request-parameter-sunset-deleted", Error, None,
            "A deprecated parameter has lost its date of removal; callers no longer know how long it lasts.", null,
            "request-parameter-sunset-added"),
        Rule("request-parameter-sunset-date-changed-too-small", Error, None,
            "The date of removal of a parameter was put forward; callers have less time than promised.", null,
            "request-parameter-sunset-date-postponed"),
        Rule("request-parameter-sunset-date-postponed", Info, None,
            "The date of removal of a parameter was put back; callers have more time.", null,
            "request-parameter-sunset-date-changed-too-small"),
        Rule("request-parameter-sunset-parse", Error, None,
            "The date of removal of a parameter cannot be read; callers do not know how long it lasts.", null)
            with { Unmirrored = "The rule is about the revision alone." },
    ];

    private static ChangeRule Rule(
        string id, FindingLevel wire, FindingLevel sdk, string description, string? counterpart, params string[] opposites) =>
        new(id, wire, sdk, ChangeDirection.Request, description)
        {
            Counterpart = counterpart,
            Opposites = opposites,
            Unmirrored = counterpart is null ? OnlySent : null,
        };
}
