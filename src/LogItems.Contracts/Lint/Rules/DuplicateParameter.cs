using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record DuplicateParameter() : LintRule(
    "duplicate-parameter", "No two parameters in one list have the same name and location.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from list in subject.Elements
        where list.Kind == ElementKind.Parameters
        from item in list.Children()
        let parameter = subject.Document.ResolveMap(item.Node)
        where parameter is not null
        group item.Node by (list.Node, Text(parameter, "in"), Text(parameter, "name")) into same
        from twin in same.Skip(1)
        select At(twin, $"The {NodeText.Shorten(same.Key.Item2)} parameter '{NodeText.Shorten(same.Key.Item3)}' is already in this list; keep one of the two.");

    private static string Text(ContractMap parameter, string key) => (parameter[key] as ContractScalar)?.Text ?? "";
}
