using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidPattern() : LintRule(
    "invalid-pattern", "Every 'pattern' is a regular expression.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from schema in subject.Contract.Schemas
        let pattern = schema.Map?["pattern"] as ContractScalar
        where pattern is { IsString: true } && subject.Patterns.Match(pattern.Text, "") == PatternVerdict.Unreadable
        select At(pattern, $"'{NodeText.Shorten(pattern.Text)}' is not a regular expression.");
}
