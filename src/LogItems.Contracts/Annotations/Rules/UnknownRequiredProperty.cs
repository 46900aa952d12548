using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record UnknownRequiredProperty() : AnnotationRule(
    "unknown-required-property", "Every name under 'required' is a property, unless additional properties are described.", FindingLevel.Warn)
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Schemas
        let required = element.Map?["required"] as ContractList
        where required is not null && element.Map!["additionalProperties"] is not ContractMap and not ContractScalar { Text: "true" }
        // Most schemas themselves describe the properties that they require.
        where !required.Items.All(name => name is ContractScalar { Text: var text } && (element.Map!["properties"] as ContractMap)?.Has(text) == true)
        let family = SchemaFamily.PropertyVersions(contract.Document, element)
        from name in required.Items.OfType<ContractScalar>()
        where !family.ContainsKey(name.Text)
        select At(name, $"'{NodeText.Shorten(name.Text)}' is required but not a property; add the property or correct its spelling.");
}
