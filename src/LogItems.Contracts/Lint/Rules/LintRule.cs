using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>A rule for a document.</summary>
public abstract record LintRule : Rule
{
    private protected LintRule(string id, string description, FindingLevel level = FindingLevel.Error)
        : base(id, level, description)
    {
    }

    internal abstract IEnumerable<Finding> Check(LintSubject subject);

    private protected Finding At(ContractNode node, string message) => At(node.Location, message);

    private protected Finding At(Location place, string message) => new(Id, Level, message, place);
}
