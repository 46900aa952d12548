using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MalformedParameter() : LintRule(
    "malformed-parameter", "A parameter has a valid location, and a 'schema' or one media type in 'content'.")
{
    private static readonly string[] Locations = ["path", "query", "header", "cookie"];
    private static readonly string[] LocationsSince32 = [.. Locations, "querystring"];

    internal override IEnumerable<Finding> Check(LintSubject subject) => subject.Elements.SelectMany(element => element switch
    {
        { Kind: ElementKind.Parameter or ElementKind.Header, Reference: null, Map: { } parameter } =>
            Check(parameter, HasQueryStrings(subject) ? LocationsSince32 : Locations),
        { Kind: ElementKind.Operation, Map: { } operation } when HasQueryStrings(subject) => CheckQueryStrings(element, operation, subject.Document),
        _ => [],
    });

    private static bool HasQueryStrings(LintSubject subject) => subject.Document.OpenApiVersion is not ("3.0" or "3.1");

    // A parameter that is the whole query excludes other query parameters.
    private IEnumerable<Finding> CheckQueryStrings(Element element, ContractMap operation, ContractDocument document)
    {
        var parameters = new ContractOperation(element.Key, "", element.PathItem?.Map ?? operation, operation).Parameters(document);
        return parameters.Any(parameter => parameter.In == "querystring") && parameters.Count(parameter => parameter.In is "query" or "querystring") > 1
            ? [At(operation, "A parameter in 'querystring' is the whole query; there can be no other one in 'query' or 'querystring'.")]
            : [];
    }

    private IEnumerable<Finding> Check(ContractMap parameter, string[] places)
    {
        if (parameter.TryGetString("in", out var place) && !places.Contains(place))
        {
            yield return At(parameter["in"]!, $"'{NodeText.Shorten(place)}' is not a location of parameters; use {string.Join(", ", places)}.");
        }

        if (place == "querystring" && parameter["schema"] is { } schema)
        {
            yield return At(schema, "A parameter in 'querystring' is described by its media type; move the schema into 'content'.");
        }

        if (parameter.Has("schema") == parameter.Has("content"))
        {
            yield return At(parameter, parameter.Has("schema")
                ? "There are both 'schema' and 'content'; keep one of the two."
                : "There is neither 'schema' nor 'content'; describe the value with one of them.");
        }
        else if (parameter["content"] is ContractMap { Entries.Count: not 1 } content)
        {
            yield return At(content, $"There are {content.Entries.Count} media types; a parameter has exactly one.");
        }
    }
}
