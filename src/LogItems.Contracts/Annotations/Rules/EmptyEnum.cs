using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record EmptyEnum() : AnnotationRule(
    "empty-enum", "An 'enum' has a value in every version in which it is used.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Schemas
        let values = element.Map?["enum"] as ContractList
        where values is not null
        let covered = values.Items.Aggregate(
            VersionSet.None, (versions, value) => versions | Annotation.EnumValueVersions(element.Map!, value))
        let bare = contract.Reach.Of(element).Except(covered)
        where !bare.IsEmpty
        select At(values, $"The 'enum' has no value in {bare}; give a value there, or annotate what holds the 'enum'.");
}
