using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record UnknownEnumValue() : AnnotationRule(
    "unknown-enum-value", "'x-enum-versions' names only values of the 'enum' beside it.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Annotated.Count == 0 ? [] : contract.Elements
        where element.Kind == ElementKind.EnumVersion && element.Parent!.Parent!.Map!["enum"] is ContractList
        let values = ((ContractList)element.Parent!.Parent!.Map!["enum"]!).Items.OfType<ContractScalar>()
        where values.All(value => value.Text != element.Key)
        select At(element.Node, $"'{NodeText.Shorten(element.Key)}' is not a value of the 'enum'; add it there or correct its spelling.");
}
