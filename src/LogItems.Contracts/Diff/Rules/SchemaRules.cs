namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules for schemas: each constraint in each place.</summary>
internal static class SchemaRules
{
    private static readonly (SchemaLocation Place, SchemaLocation Counterpart)[] Places =
    [
        (SchemaLocation.Parameter, SchemaLocation.ResponseHeader),
        (SchemaLocation.ParameterProperty, SchemaLocation.ResponseProperty),
        (SchemaLocation.RequestBody, SchemaLocation.ResponseBody),
        (SchemaLocation.RequestProperty, SchemaLocation.ResponseProperty),
        (SchemaLocation.ResponseHeader, SchemaLocation.Parameter),
        (SchemaLocation.ResponseBody, SchemaLocation.RequestBody),
        (SchemaLocation.ResponseProperty, SchemaLocation.RequestProperty),
    ];

    public static IEnumerable<ChangeRule> All { get; } =
    [
        .. from pair in Places
           from constraint in SchemaConstraints.All.Concat(TypeConstraints.Of(pair.Place))
           where HasRule(pair.Place, constraint)
           select Rule(pair.Place, pair.Counterpart, constraint),
        .. SchemaConstraints.All.Where(constraint => constraint.Suffix is "became-enum" or "became-not-enum")
            .Select(constraint => Rule(SchemaLocation.HeaderParameterProperty, SchemaLocation.ResponseProperty, constraint)),
    ];

    // Whether a pattern is wider matters only to those who have to match it.
    private static bool HasRule(SchemaLocation place, SchemaConstraint constraint) =>
        !(place.IsResponse && constraint.Suffix == "pattern-generalized");

    private static ChangeRule Rule(SchemaLocation place, SchemaLocation counterpart, SchemaConstraint constraint) => new(
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

    private static string CounterpartOf(SchemaLocation place, string suffix) => place.Rule(suffix switch
    {
        "pattern-generalized" => "pattern-changed",
        "type-compatible" when !place.IsResponse => "type-changed",
        "type-specialized" when place.IsParameter => "type-changed",
        _ => suffix,
    });

    private static string Consequence(SchemaLocation place, SchemaEffect effect) => (effect, place.IsResponse) switch
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
