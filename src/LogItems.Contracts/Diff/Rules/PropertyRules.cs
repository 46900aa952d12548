using LogItems.Contracts.Findings;
using static LogItems.Contracts.Findings.FindingLevel;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules for properties as such; those for their schemas are in <see cref="SchemaRules"/>.</summary>
internal static class PropertyRules
{
    private static readonly SchemaLocation Answer = SchemaLocation.ResponseProperty;
    private static readonly string[] Necessities = ["optional", "required"];
    private static readonly string[] Visibilities = ["", "-write-only"];
    private static readonly string[] Accesses = ["read-only", "write-only"];
    private static readonly string[] Turns = ["became", "became-not"];

    public static IEnumerable<ChangeRule> All { get; } =
    [
        .. Sent(SchemaLocation.RequestProperty),
        .. Sent(SchemaLocation.ParameterProperty),
        .. Sent(SchemaLocation.HeaderParameterProperty),
        .. SentByReaders(),
        .. Answered(),
        .. Access("request", "response", ChangeDirection.Request),
        .. Access("response", "request", ChangeDirection.Response),
    ];

    private static IEnumerable<ChangeRule> Sent(SchemaLocation place)
    {
        var (noun, words) = (place.Id, place.Words);
        string[] additions = [$"new-required-{noun}", $"new-optional-{noun}"];
        return
        [
            Rule(place, additions[0], Error, None, $"{words} is new and required; callers that do not send it are refused.",
                "response-required-property-added", $"{noun}-removed"),
            Rule(place, additions[1], Info, None, $"{words} is new and optional; callers can go on as before.",
                "response-optional-property-added", $"{noun}-removed"),
            Rule(place, $"{noun}-removed", Warn, Error, $"{words} was removed; callers that send it are ignored or refused.",
                "response-optional-property-removed", additions),
            Rule(place, $"{noun}-became-required", Error, Error,
                $"{words} is required now; callers that do not send it are refused.", "response-property-became-required",
                $"{noun}-became-optional"),
            Rule(place, $"{noun}-became-optional", Info, Error, $"{words} is optional now; callers can go on as before.",
                "response-property-became-optional", $"{noun}-became-required"),
            .. Lasting(place, Answer, "callers that send the former are ignored or refused", "callers should do without it"),
        ];
    }

    private static IEnumerable<ChangeRule> Answered() =>
    [
        .. from necessity in Necessities
           from hidden in Visibilities
           from rule in Answered(necessity, hidden)
           select rule,
        Rule(Answer, "response-property-became-optional", Error, Error,
            "A property of a response may be missing now; callers that rely on it fail.", "request-property-became-optional",
            "response-property-became-required"),
        Rule(Answer, "response-property-became-required", Info, Error,
            "A property of a response is always there now; callers are not affected.", "request-property-became-required",
            "response-property-became-optional"),
        Rule(Answer, "response-write-only-property-became-optional", Info, Error,
            "A property that no response has is optional now.", "request-read-only-property-became-optional",
            "response-write-only-property-became-required"),
        Rule(Answer, "response-write-only-property-became-required", Info, Error,
            "A property that no response has is required now.", "request-read-only-property-became-required",
            "response-write-only-property-became-optional"),
        .. Lasting(Answer, SchemaLocation.RequestProperty, "callers look for it in vain", "callers should do without it"),
        Rule(Answer, "response-property-deprecated-with-sunset", Info, Info,
            "A property of a response is deprecated now and has a date of removal; callers have to do without it by then.",
            "request-property-deprecated", "response-property-reactivated"),
    ];

    private static IEnumerable<ChangeRule> Answered(string necessity, string hidden)
    {
        var (added, removed) = ($"response-{necessity}{hidden}-property-added", $"response-{necessity}{hidden}-property-removed");
        var isHidden = hidden.Length > 0;
        var wire = isHidden ? Info : necessity == "required" ? Error : Warn;
        var loss = isHidden ? "no response had it"
            : necessity == "required" ? "callers that rely on it fail"
            : "callers look for it in vain";
        return
        [
            Rule(Answer, added, Info, None, $"{Words(necessity, hidden)} was added; callers are not affected.",
                isHidden ? "request-read-only-property-added" : $"new-{necessity}-request-property", removed),
            Rule(Answer, removed, wire, Error, $"{Words(necessity, hidden)} was removed; {loss}.",
                isHidden ? "request-read-only-property-removed" : "request-property-removed", added),
        ];
    }

    private static string Words(string necessity, string hidden) =>
        $"{Article(necessity)}{(hidden.Length > 0 ? " write-only" : "")} property of a response";

    private static string Article(string necessity) => necessity == "required" ? "A required" : "An optional";

    // What is read-only is no part of a request, so nothing that happens to it there can break a caller.
    private static IEnumerable<ChangeRule> SentByReaders()
    {
        (string Change, string Opposite, string Counterpart, FindingLevel Sdk, string Words)[] changes =
        [
            ("added", "removed", "response-optional-write-only-property-added", None, "is new"),
            ("removed", "added", "response-optional-write-only-property-removed", Error, "was removed"),
            ("became-required", "became-optional", "response-write-only-property-became-required", Error, "is required now"),
            ("became-optional", "became-required", "response-write-only-property-became-optional", Error, "is optional now"),
        ];
        return changes.Select(change => Rule(
            SchemaLocation.RequestProperty, $"request-read-only-property-{change.Change}", Info, change.Sdk,
            $"A read-only property of a request {change.Words}; no request has it.",
            change.Counterpart, $"request-read-only-property-{change.Opposite}"));
    }

    private static IEnumerable<ChangeRule> Lasting(SchemaLocation place, SchemaLocation other, string loss, string deprecation) =>
    [
        Rule(place, $"{place.Id}-renamed", Error, Error, $"{place.Words} has another name; {loss}.", $"{other.Id}-renamed",
            $"{place.Id}-renamed"),
        Rule(place, $"{place.Id}-moved", Error, Error, $"{place.Words} stands in another object; {loss}.", $"{other.Id}-moved",
            $"{place.Id}-moved"),
        Rule(place, $"{place.Id}-deprecated", Info, Info, $"{place.Words} is deprecated now; {deprecation}.",
            $"{other.Id}-deprecated", $"{place.Id}-reactivated"),
        Rule(place, $"{place.Id}-reactivated", Info, None, $"{place.Words} is no longer deprecated; callers are not affected.",
            $"{other.Id}-reactivated",
            place == Answer ? [$"{place.Id}-deprecated", $"{place.Id}-deprecated-with-sunset"] : [$"{place.Id}-deprecated"]),
    ];

    private static IEnumerable<ChangeRule> Access(string noun, string other, ChangeDirection direction) =>
        from necessity in Necessities
        from access in Accesses
        from became in Turns
        let id = $"-{necessity}-property-"
        // A required property appears that no answer had so far, where readers may not expect it.
        let isNews = direction == ChangeDirection.Response && (necessity, access, became) == ("required", "write-only", "became-not")
        select new ChangeRule(
            $"{noun}{id}{became}-{access}", isNews ? Warn : Info, None, direction,
            $"{Article(necessity)} property of a {noun} is {access} {(became == "became" ? "now" : "no longer")}; "
            + $"it {Exchange(access, became)}.")
        {
            Counterpart = $"{other}{id}{became}-{access}",
            Opposites = [$"{noun}{id}{(became == "became" ? "became-not" : "became")}-{access}"],
        };

    private static string Exchange(string access, string became) => (access, became) switch
    {
        ("read-only", "became") => "is in responses only",
        ("write-only", "became") => "is in requests only",
        ("read-only", _) => "may be in requests too",
        _ => "may be in responses too",
    };

    private static ChangeRule Rule(
        SchemaLocation place, string id, FindingLevel wire, FindingLevel sdk, string description, string counterpart,
        params string[] opposites) =>
        new(id, wire, sdk, place.Direction, description) { Counterpart = counterpart, Opposites = opposites };
}
