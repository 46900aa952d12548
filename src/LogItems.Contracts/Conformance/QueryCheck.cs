using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Checks the query of a request, and the path parameters of a successful one.</summary>
internal sealed class QueryCheck(ContractDocument view, SchemaValidator schemas)
{
    private readonly ParameterReader _reader = new(view);
    private readonly HashSet<string> _keys = [.. KeysOf(view)];

    public void Check(ContractOperation operation, Exchange exchange, ExchangeReport report)
    {
        var parameters = operation.Parameters(view);
        var query = parameters.Where(parameter => parameter.In == "query").ToList();
        var whole = parameters.FirstOrDefault(parameter => parameter.IsWholeQuery);
        var sent = whole is null ? QueryText.Raw(exchange.Query).ToList() : [];
        if (whole is not null)
        {
            CheckWhole(operation, whole, exchange.Query.TrimStart('?'), report);
        }

        foreach (var name in sent.Select(pair => pair.Name).Distinct()
            .Where(name => !_keys.Contains(name) && !query.Exists(parameter => _reader.Means(parameter, name))))
        {
            report.Add(ExchangeRules.UndocumentedParameter, $"{operation} has no query parameter '{NodeText.Shorten(name)}'.");
        }

        foreach (var parameter in query)
        {
            var own = sent.Where(pair => _reader.Means(parameter, pair.Name)).ToList();
            if (own.Count > 0)
            {
                CheckValue(parameter, own, report);
            }
            else if (parameter.IsRequired)
            {
                report.Add(ExchangeRules.MissingParameter, $"{operation} requires the query parameter '{NodeText.Shorten(parameter.Name)}'.");
            }
        }

        // The path of a rejected request may contain invalid values.
        if (exchange.Status < 400)
        {
            CheckPath(operation, parameters, exchange, report);
        }
    }

    // API keys are not parameters but security schemes.
    private static IEnumerable<string> KeysOf(ContractDocument view) =>
        from scheme in (view.Find("/components/securitySchemes") as ContractMap)?.Entries ?? []
        let key = view.ResolveMap(scheme.Value)
        where key?.TextOf("type") == "apiKey" && key.TextOf("in") == "query"
        let name = key.TextOf("name")
        where name is not null
        select name;

    private void CheckWhole(ContractOperation operation, ContractParameter parameter, string query, ExchangeReport report)
    {
        if (query.Length > 0)
        {
            CheckValue(parameter, [("", query)], report);
        }
        else if (parameter.IsRequired)
        {
            report.Add(ExchangeRules.MissingParameter, $"{operation} requires a query.");
        }
    }

    private void CheckPath(
        ContractOperation operation, IReadOnlyList<ContractParameter> parameters, Exchange exchange, ExchangeReport report)
    {
        var template = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var segments = exchange.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)[^template.Length..];
        foreach (var parameter in parameters.Where(parameter => parameter is { In: "path", Style: "simple" }))
        {
            if (Array.IndexOf(template, $"{{{parameter.Name}}}") is >= 0 and var position)
            {
                CheckValue(parameter, [(parameter.Name, segments[position].Replace("+", "%2B", StringComparison.Ordinal))], report);
            }
        }
    }

    /// <summary>Determines whether the contract allows the values that a parameter is sent with.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="sent">Its names and values as sent, with the names decoded and the values encoded.</param>
    public bool Allows(ContractParameter parameter, IReadOnlyList<(string Name, string Value)> sent) => !ProblemsOf(parameter, sent).Any();

    private void CheckValue(ContractParameter parameter, List<(string Name, string Value)> sent, ExchangeReport report)
    {
        foreach (var problem in ProblemsOf(parameter, sent))
        {
            report.Add(
                ExchangeRules.InvalidParameter, $"The {parameter.In} parameter '{NodeText.Shorten(parameter.Name)}' is invalid: {problem}");
        }
    }

    private IEnumerable<string> ProblemsOf(ContractParameter parameter, IReadOnlyList<(string Name, string Value)> sent) =>
        parameter.Schema is not { } schema ? []
        : _reader.Read(parameter, sent) is not { } value ? ["it is not JSON."]
        : schemas.Validate(schema, value).Select(error => $"{error.Message} ({error.Schema})");
}
