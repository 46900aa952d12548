namespace LogItems.Contracts;

/// <summary>The ids of the rules for what is announced about the end of something.</summary>
internal sealed record AnnouncementRules(
    string Deprecated, string DeprecatedWithSunset, string Reactivated, string SunsetAdded, string SunsetDeleted,
    string SunsetForward, string SunsetBack, string SunsetUnreadable)
{
    public static readonly AnnouncementRules OfOperations = new(
        "endpoint-deprecated", "endpoint-deprecated-with-sunset", "endpoint-reactivated", "sunset-added", "sunset-deleted",
        "api-sunset-date-changed-too-small", "api-sunset-date-postponed", "api-deprecated-sunset-parse");

    public static readonly AnnouncementRules OfParameters = new(
        "request-parameter-deprecated", "request-parameter-deprecated-with-sunset", "request-parameter-reactivated",
        "request-parameter-sunset-added", "request-parameter-sunset-deleted", "request-parameter-sunset-date-changed-too-small",
        "request-parameter-sunset-date-postponed", "request-parameter-sunset-parse");

    public void Compare(ContractMap before, ContractMap after, ChangeSite site)
    {
        var (was, @is) = (Announcement.Of(before), Announcement.Of(after));
        if (RuleFor(was, @is) is { } id)
        {
            site.Add(id, was.SunsetNode ?? before, @is.SunsetNode ?? after, was.Text, @is.Text);
        }

        if (@is is { IsDeprecated: true, SunsetNode: not null, Sunset: null } && was.Text != @is.Text)
        {
            site.Add(SunsetUnreadable, was.SunsetNode ?? before, @is.SunsetNode, was.Text, @is.Text);
        }
    }

    private string? RuleFor(Announcement was, Announcement @is) => (was.IsDeprecated, @is.IsDeprecated) switch
    {
        (false, true) => @is.SunsetNode is null ? Deprecated : DeprecatedWithSunset,
        (true, false) => Reactivated,
        (true, true) when was.SunsetNode is null && @is.SunsetNode is not null => SunsetAdded,
        (true, true) when was.SunsetNode is not null && @is.SunsetNode is null => SunsetDeleted,
        (true, true) when @is.Sunset < was.Sunset => SunsetForward,
        (true, true) when @is.Sunset > was.Sunset => SunsetBack,
        _ => null,
    };
}
