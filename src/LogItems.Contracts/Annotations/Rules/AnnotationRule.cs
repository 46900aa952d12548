using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

/// <summary>A rule for the annotations of a document.</summary>
public abstract record AnnotationRule : Rule
{
    private protected AnnotationRule(string id, string description, FindingLevel level = FindingLevel.Error)
        : base(id, level, description)
    {
    }

    internal abstract IEnumerable<Finding> Check(AnnotatedContract contract);

    private protected Finding At(ContractNode node, string message) => new(Id, Level, message, node.Location);
}
