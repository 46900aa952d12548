using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record PathParameterMismatch() : LintRule(
    "path-parameter-mismatch", "The parameters in a path are those that its operations describe, and are required.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from operation in subject.Elements
        where operation is { Kind: ElementKind.Operation, Map: not null, PathItem.Parent.Kind: ElementKind.Paths }
        from finding in Check(operation, subject.Document)
        select finding;

    private IEnumerable<Finding> Check(Element operation, ContractDocument document)
    {
        var path = operation.PathItem!.Key;
        var described = new ContractOperation(operation.Key, path, operation.PathItem.Map!, operation.Map!).Parameters(document)
            .Where(parameter => parameter.In == "path").ToList();
        foreach (var name in PathTemplate.Names(path).Where(name => described.TrueForAll(parameter => parameter.Name != name)))
        {
            yield return At(
                operation.Node,
                $"'{NodeText.Shorten(name)}' is in the path {NodeText.Shorten(path)} but not a parameter of this operation; describe it.");
        }

        foreach (var parameter in described)
        {
            if (!PathTemplate.Names(path).Contains(parameter.Name))
            {
                yield return At(
                    parameter.Map, $"'{NodeText.Shorten(parameter.Name)}' is not part of the path {NodeText.Shorten(path)}; correct one of the two.");
            }
            else if (!parameter.IsRequired)
            {
                yield return At(parameter.Map, $"'{NodeText.Shorten(parameter.Name)}' is part of the path, so it has to be 'required: true'.");
            }
        }
    }
}
