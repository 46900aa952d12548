using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>The IDs of the rules for deprecation and removal.</summary>
internal sealed record DeprecationRules(
    string Deprecated, string DeprecatedWithSunset, string Reactivated, string SunsetAdded, string SunsetDeleted,
    string SunsetForward, string SunsetBack, string SunsetUnreadable)
{
    public static readonly DeprecationRules OfOperations = new(
        "endpoint-deprecated", "endpoint-deprecated-with-sunset", "endpoint-reactivated", "sunset-added", "sunset-deleted",
        "api-sunset-date-changed-too-small", "api-sunset-date-postponed", "api-deprecated-sunset-parse");

    public static readonly DeprecationRules OfParameters = new(
        "request-parameter-deprecated", "request-parameter-deprecated-with-sunset", "request-parameter-reactivated",
        "request-parameter-sunset-added", "request-parameter-sunset-deleted", "request-parameter-sunset-date-changed-too-small",
        "request-parameter-sunset-date-postponed", "request-parameter-sunset-parse");

    public void Compare(ContractMap before, ContractMap after, ComparisonNode site)
    {
        var (was, current) = (DeprecationNotice.Of(before), DeprecationNotice.Of(after));
        if (RuleFor(was, current) is { } id)
        {
            site.Add(id, was.SunsetNode ?? before, current.SunsetNode ?? after, was.Text, current.Text);
        }

        if (current is { IsDeprecated: true, SunsetNode: not null, Sunset: null } && was.Text != current.Text)
        {
            site.Add(SunsetUnreadable, was.SunsetNode ?? before, current.SunsetNode, was.Text, current.Text);
        }
    }

    private string? RuleFor(DeprecationNotice was, DeprecationNotice current) => (was.IsDeprecated, current.IsDeprecated) switch
    {
        (false, true) => current.SunsetNode is null ? Deprecated : DeprecatedWithSunset,
        (true, false) => Reactivated,
        (true, true) when was.SunsetNode is null && current.SunsetNode is not null => SunsetAdded,
        (true, true) when was.SunsetNode is not null && current.SunsetNode is null => SunsetDeleted,
        (true, true) when current.Sunset < was.Sunset => SunsetForward,
        (true, true) when current.Sunset > was.Sunset => SunsetBack,
        _ => null,
    };
}
