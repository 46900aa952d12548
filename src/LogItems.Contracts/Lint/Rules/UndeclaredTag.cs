using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record UndeclaredTag() : LintRule(
    "undeclared-tag", "Every tag of an operation is described under 'tags'.", FindingLevel.Warn)
{
    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var declared = ((subject.Document.Root["tags"] as ContractList)?.Items.OfType<ContractMap>() ?? [])
            .Select(tag => (tag["name"] as ContractScalar)?.Text).ToHashSet();
        return
            from element in subject.Elements
            where element.Kind == ElementKind.Operation
            from tag in (element.Map?["tags"] as ContractList)?.Items.OfType<ContractScalar>() ?? []
            where !declared.Contains(tag.Text)
            select At(tag, $"The tag '{NodeText.Shorten(tag.Text)}' is not described; add it to 'tags', or mend its name.");
    }
}
