using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>A rule that a document has to keep.</summary>
public abstract class LintRule
{
    private protected LintRule(string id, string description, FindingLevel level = FindingLevel.Error)
    {
        Id = id;
        Description = description;
        Level = level;
    }

    /// <summary>The rule's name in findings, in kebab case.</summary>
    public string Id { get; }

    /// <summary>How grave it is to break the rule: an error makes the document unusable or wrong, a warning is about its upkeep.</summary>
    public FindingLevel Level { get; }

    /// <summary>What the rule demands, in one sentence.</summary>
    public string Description { get; }

    internal abstract IEnumerable<Finding> Check(LintSubject subject);

    private protected Finding At(ContractNode node, string message) => At(node.Location, message);

    private protected Finding At(Location place, string message) => new(Id, Level, message, place);
}
