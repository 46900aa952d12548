using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MalformedParameter() : LintRule(
    "malformed-parameter", "A parameter is in a valid place, and has a 'schema' or one media type in 'content'.")
{
    private static readonly string[] Places = ["path", "query", "header", "cookie"];
    private static readonly string[] PlacesSince32 = [.. Places, "querystring"];

    internal override IEnumerable<Finding> Check(LintSubject subject) => subject.Elements
        .Where(element => element is { Kind: ElementKind.Parameter or ElementKind.Header, Reference: null, Map: not null })
        .SelectMany(element => Check(element.Map!, subject.Document.OpenApiVersion is "3.0" or "3.1" ? Places : PlacesSince32));

    private IEnumerable<Finding> Check(ContractMap parameter, string[] places)
    {
        if (parameter.TryGetString("in", out var place) && !places.Contains(place))
        {
            yield return At(parameter["in"]!, $"'{NodeText.Shorten(place)}' is not a place for parameters; use {string.Join(", ", places)}.");
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
