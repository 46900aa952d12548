using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Conformance;

/// <summary>Collects the findings about one exchange.</summary>
internal sealed class ExchangeReport(Exchange exchange)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public void Add(string ruleId, string message, string pointer = "", FindingLevel level = FindingLevel.Error) =>
        _findings.Add(new Finding(ruleId, level, message, new Location(pointer, 0, 0, exchange.ToString())));
}
