using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Verification;

/// <summary>A request for exploring a server.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Values">The values of the sent parameters, in the order of the operation's parameters.</param>
internal sealed record ExploredRequest(
    ContractOperation Operation, IReadOnlyList<(ContractParameter Parameter, ExploredValue Value)> Values)
{
    public ValueVerdict Verdict => Values.Count == 0 ? ValueVerdict.Valid : Values.Max(pair => pair.Value.Verdict);

    /// <summary>The values that are not required in every valid request.</summary>
    public IEnumerable<(ContractParameter Parameter, ExploredValue Value)> Special => Values.Where(pair => !pair.Value.IsGiven);

    public string Path => Values.Where(pair => pair.Parameter.IsInPath).Aggregate(
        Operation.Path,
        (path, pair) => path.Replace($"{{{pair.Parameter.Name}}}", pair.Value.TextIn(pair.Parameter), StringComparison.Ordinal));

    public string Query
    {
        get
        {
            var pairs = Values.Where(pair => pair.Parameter.In == "query").SelectMany(pair => pair.Value.In(pair.Parameter))
                .Select(pair => $"{Uri.EscapeDataString(pair.Name)}={pair.Value}").ToList();
            return pairs.Count == 0 ? "" : $"?{string.Join('&', pairs)}";
        }
    }

    /// <summary>The headers that carry parameters, one for all cookies.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers => ParameterHeaders.Of(
        [.. Values.Where(pair => pair.Value.In(pair.Parameter).Any()).Select(pair => (pair.Parameter, pair.Value.TextIn(pair.Parameter)))]);

    /// <summary>The request with another value for a parameter, or without the parameter.</summary>
    public ExploredRequest With(ContractParameter parameter, ExploredValue? value) => this with
    {
        Values = Values.Any(pair => pair.Parameter == parameter)
            ? [.. from pair in Values
                  let next = pair.Parameter == parameter ? value : pair.Value
                  where next is not null
                  select (pair.Parameter, next)]
            : value is null ? Values : [.. Values, (parameter, value)],
    };

    public override string ToString() => Headers.Count == 0 ? $"{Path}{Query}"
        : $"{Path}{Query} ({string.Join(", ", Headers.Select(header => $"{header.Name}: {header.Value}"))})";
}
