using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MalformedParameter() : LintRule(
    "malformed-parameter", "A parameter is in a place that there is, and has a 'schema' or one media type in 'content'.")
{
    private static readonly string[] Places = ["path", "query", "header", "cookie"];

    internal override IEnumerable<Finding> Check(LintSubject subject) => subject.Elements
        .Where(element => element is { Kind: ElementKind.Parameter or ElementKind.Header, Reference: null, Map: not null })
        .SelectMany(element => Check(element.Map!));

    private IEnumerable<Finding> Check(ContractMap parameter)
    {
        if (parameter.TryGetString("in", out var place) && !Places.Contains(place))
        {
            yield return At(parameter["in"]!, $"There is no place '{NodeText.Shorten(place)}' for parameters; use {string.Join(", ", Places)}.");
        }

        if (parameter.Has("schema") == parameter.Has("content"))
        {
            yield return At(parameter, parameter.Has("schema")
                ? "There are both 'schema' and 'content'; keep one of the two."
                : "There is neither 'schema' nor 'content'; say by one of them what the value is.");
        }
        else if (parameter["content"] is ContractMap { Entries.Count: not 1 } content)
        {
            yield return At(content, $"There are {content.Entries.Count} media types; a parameter has exactly one.");
        }
    }
}
