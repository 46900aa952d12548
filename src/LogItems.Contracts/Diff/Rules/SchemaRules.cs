namespace LogItems.Contracts;

/// <summary>The rules for schemas: each constraint in each place.</summary>
internal static class SchemaRules
{
    private static readonly (SchemaPlace Place, SchemaPlace Counterpart)[] Places =
    [
        (SchemaPlace.Parameter, SchemaPlace.ResponseHeader),
        (SchemaPlace.ParameterProperty, SchemaPlace.ResponseProperty),
        (SchemaPlace.RequestBody, SchemaPlace.ResponseBody),
        (SchemaPlace.RequestProperty, SchemaPlace.ResponseProperty),
        (SchemaPlace.ResponseHeader, SchemaPlace.Parameter),
        (SchemaPlace.ResponseBody, SchemaPlace.RequestBody),
        (SchemaPlace.ResponseProperty, SchemaPlace.RequestProperty),
    ];

    public static IEnumerable<ChangeRule> All { get; } =
    [
        .. from pair in Places
           from constraint in SchemaConstraints.All.Concat(TypeConstraints.Of(pair.Place))
           where HasRule(pair.Place, constraint)
           select Rule(pair.Place, pair.Counterpart, constraint),
        .. SchemaConstraints.All.Where(constraint => constraint.Suffix is "became-enum" or "became-not-enum")
            .Select(constraint => Rule(SchemaPlace.HeaderParameterProperty, SchemaPlace.ResponseProperty, constraint)),
    ];

    // Whether a pattern is wider matters only to those who have to match it.
    private static bool HasRule(SchemaPlace place, SchemaConstraint constraint) =>
        !(place.IsResponse && constraint.Suffix == "pattern-generalized");

    private static ChangeRule Rule(SchemaPlace place, SchemaPlace counterpart, SchemaConstraint constraint) => new(
        place.Rule(constraint.Suffix),
        place.IsResponse ? constraint.Response : constraint.Request,
        constraint.Sdk,
        place.Direction,
        $"{place.Words} {constraint.Words}; {Consequence(place, constraint.Effect)}.")
    {
        Counterpart = CounterpartOf(counterpart, constraint.Suffix),
        Opposites =
        [
            .. constraint.Opposites.Where(suffix => !(place.IsResponse && suffix == "pattern-generalized")).Select(place.Rule),
        ],
    };

    private static string CounterpartOf(SchemaPlace place, string suffix) => place.Rule(suffix switch
    {
        "pattern-generalized" => "pattern-changed",
        "type-compatible" when !place.IsResponse => "type-changed",
        "type-specialized" when place.IsParameter => "type-changed",
        _ => suffix,
    });

    private static string Consequence(SchemaPlace place, SchemaEffect effect) => (effect, place.IsResponse) switch
    {
        (SchemaEffect.Narrows, false) => "callers that send what was allowed before are refused",
        (SchemaEffect.Narrows, true) => "callers meet nothing new",
        (SchemaEffect.Widens, false) => "callers can go on as before",
        (SchemaEffect.Widens, true) => "callers meet what they could rule out before",
        (SchemaEffect.Changes, false) => "callers that send the former are refused",
        (SchemaEffect.Changes, true) => "callers that expect the former fail",
        (SchemaEffect.Means, false) => "callers that leave it out get something else",
        (SchemaEffect.Means, true) => "callers that fill in the former are wrong",
        _ => "nothing on the wire changes by that",
    };
}
