using static LogItems.Contracts.Findings.FindingLevel;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules for who may call what; requiring more than before is an error, wherever the comparison detects it.</summary>
internal static class SecurityRules
{
    public static IEnumerable<ChangeRule> All { get; } =
    [
        Pair("api-global-security-added", "api-global-security-removed", "All operations have one more way to sign in."),
        Pair("api-global-security-removed", "api-global-security-added",
            "All operations have lost a way to sign in; callers that use it may be refused."),
        Pair("api-global-security-scope-added", "api-global-security-scope-removed",
            "A way to sign in to all operations demands one more scope; callers without it may be refused."),
        Pair("api-global-security-scope-removed", "api-global-security-scope-added",
            "A way to sign in to all operations demands a scope less."),
        Pair("api-security-added", "api-security-removed", "An operation has one more way to sign in."),
        Pair("api-security-removed", "api-security-added",
            "An operation has lost a way to sign in; callers that use it may be refused."),
        Pair("api-security-scope-added", "api-security-scope-removed",
            "A way to sign in to an operation demands one more scope; callers without it may be refused."),
        Pair("api-security-scope-removed", "api-security-scope-added",
            "A way to sign in to an operation demands a scope less."),

        Pair("api-security-component-added", "api-security-component-removed",
            "The document describes one more way to sign in."),
        Pair("api-security-component-removed", "api-security-component-added", "The document describes a way to sign in less."),
        Pair("api-security-component-type-changed", "api-security-component-type-changed",
            "A way to sign in is of another kind; callers have to sign in differently."),
        Pair("api-security-component-oauth-url-changed", "api-security-component-oauth-url-changed",
            "The address at which users grant access has changed; callers that know the former may be led nowhere."),
        Pair("api-security-component-oauth-token-url-changed", "api-security-component-oauth-token-url-changed",
            "The address at which tokens are issued has changed; callers that know the former may be led nowhere."),
        Pair("api-security-component-oauth-scope-added", "api-security-component-oauth-scope-removed",
            "A way to sign in offers one more scope."),
        Pair("api-security-component-oauth-scope-removed", "api-security-component-oauth-scope-added",
            "A way to sign in offers a scope less; callers that ask for it may be refused."),
        Pair("api-security-component-oauth-scope-changed", "api-security-component-oauth-scope-changed",
            "A scope is described differently; what it grants may have changed."),
    ];

    private static ChangeRule Pair(string id, string opposite, string description) =>
        new(id, Info, None, ChangeDirection.None, description)
        {
            Opposites = [opposite],
            Unmirrored = "Signing in goes before both request and response.",
        };
}
