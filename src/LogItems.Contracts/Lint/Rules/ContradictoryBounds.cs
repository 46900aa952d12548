using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record ContradictoryBounds() : LintRule(
    "contradictory-bounds", "No lower bound is above the upper one beside it.")
{
    private static readonly (string Least, string Most)[] Bounds =
        [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties"),
        ("exclusiveMinimum", "exclusiveMaximum"), ("minContains", "maxContains")];

    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from schema in subject.Contract.Schemas
        from pair in Bounds
        let least = Number(schema, pair.Least)
        let most = Number(schema, pair.Most)
        where least is not null && most is not null
            && ExactNumber.Parse(least.Text).CompareTo(ExactNumber.Parse(most.Text)) > 0
        select At(
            least,
            $"'{pair.Least}' is {NodeText.Shorten(least.Text)} and '{pair.Most}' is {NodeText.Shorten(most.Text)}, so no value fits; swap or correct the two.");

    private static ContractScalar? Number(Element schema, string key) =>
        schema.Map?[key] is ContractScalar { Kind: ScalarKind.Number } number ? number : null;
}
