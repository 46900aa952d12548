using LogItems.Contracts.Findings;
using static LogItems.Contracts.Findings.FindingLevel;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules for paths and operations.</summary>
internal static class EndpointRules
{
    private const string Timeless = "The rule is about the revision alone.";

    private static readonly string[] Removals =
    [
        "api-removed-without-deprecation", "api-removed-with-deprecation", "api-removed-before-sunset",
        "api-path-removed-without-deprecation", "api-path-removed-with-deprecation", "api-path-removed-before-sunset",
    ];

    public static IEnumerable<ChangeRule> All { get; } =
    [
        Rule("endpoint-added", Info, Info,
            "An operation was added; callers are not affected, implementers of the SDK's interface are.", Removals),
        Rule("endpoint-moved", Error, None, "An operation has another path; callers that use the former one get a 404.",
            "endpoint-moved"),
        Rule("api-removed-without-deprecation", Error, Error,
            "An operation was removed without notice; its callers get a 404 or 405.", "endpoint-added"),
        Rule("api-removed-with-deprecation", Info, Error,
            "An operation was removed that was deprecated; who still calls it gets a 404 or 405.", "endpoint-added"),
        Rule("api-removed-before-sunset", Error, Error,
            "An operation was removed before the date announced; its callers get a 404 or 405 too early.", "endpoint-added"),
        Rule("api-path-removed-without-deprecation", Error, Error, "A path was removed without notice; its callers get a 404.",
            "endpoint-added"),
        Rule("api-path-removed-with-deprecation", Info, Error,
            "A path was removed that was deprecated; who still calls it gets a 404.", "endpoint-added"),
        Rule("api-path-removed-before-sunset", Error, Error,
            "A path was removed before the date announced; its callers get a 404 too early.", "endpoint-added"),

        Rule("api-operation-id-added", Info, Error,
            "An operation has an operationId now; its method in the SDK gets that name.", "api-operation-id-removed"),
        Rule("api-operation-id-removed", Info, Error,
            "An operation has lost its operationId or has another one; its method in the SDK changes its name.",
            "api-operation-id-added", "api-operation-id-removed"),
        Rule("api-tag-added", Info, None, "An operation has one more tag; callers are not affected.", "api-tag-removed"),
        Rule("api-tag-removed", Info, None, "An operation has lost a tag; callers are not affected.", "api-tag-added"),

        Rule("endpoint-deprecated", Info, Info, "An operation is deprecated now; its method in the SDK warns.",
            "endpoint-reactivated"),
        Rule("endpoint-deprecated-with-sunset", Info, Info,
            "An operation is deprecated now and has a date of removal; its method in the SDK warns.", "endpoint-reactivated"),
        Rule("endpoint-reactivated", Info, None, "An operation is no longer deprecated; callers are not affected.",
            "endpoint-deprecated", "endpoint-deprecated-with-sunset"),
        Rule("sunset-added", Info, None,
            "A deprecated operation has a date of removal now; callers have to have moved on by then.", "sunset-deleted"),
        Rule("sunset-deleted", Error, None,
            "A deprecated operation has lost its date of removal; callers no longer know how long it lasts.", "sunset-added"),
        Rule("api-sunset-date-changed-too-small", Error, None,
            "The date of removal of an operation was put forward; callers have less time than promised.",
            "api-sunset-date-postponed"),
        Rule("api-sunset-date-postponed", Info, None,
            "The date of removal of an operation was put back; callers have more time.", "api-sunset-date-changed-too-small"),
        Rule("api-deprecated-sunset-parse", Error, None,
            "The date of removal of an operation cannot be read; callers do not know how long it lasts.")
            with { Unmirrored = Timeless },

        Rule("api-stability-decreased", Error, None,
            "An operation promises less stability than before; callers cannot rely on it as they did.",
            "api-stability-increased"),
        Rule("api-stability-increased", Info, None,
            "An operation promises more stability than before; callers are not affected.", "api-stability-decreased"),
        Rule("api-invalid-stability-level", Error, None,
            "The stability of an operation is none of draft, alpha, beta and stable; callers cannot tell what it promises.")
            with { Unmirrored = Timeless },

        Rule("callback-added", Info, None, "An operation has one more callback; callers that do not serve it are not affected.",
            "callback-removed"),
        Rule("callback-removed", Error, None, "An operation has lost a callback; callers wait for it in vain.",
            "callback-added"),
    ];

    private static ChangeRule Rule(
        string id, FindingLevel wire, FindingLevel sdk, string description, params string[] opposites) =>
        new(id, wire, sdk, ChangeDirection.None, description)
        {
            Opposites = opposites,
            Unmirrored = "An operation as a whole goes neither way.",
        };
}
