using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

/// <summary>A rule that the annotations of a document have to keep.</summary>
public abstract class AnnotationRule
{
    private protected AnnotationRule(string id, string description, FindingLevel level = FindingLevel.Error)
    {
        Id = id;
        Description = description;
        Level = level;
    }

    /// <summary>The rule's name in findings, in kebab case.</summary>
    public string Id { get; }

    /// <summary>How grave it is to break the rule.</summary>
    public FindingLevel Level { get; }

    /// <summary>What the rule demands, in one sentence.</summary>
    public string Description { get; }

    internal abstract IEnumerable<Finding> Check(AnnotatedContract contract);

    private protected Finding At(ContractNode node, string message) => new(Id, Level, message, node.Location);
}
