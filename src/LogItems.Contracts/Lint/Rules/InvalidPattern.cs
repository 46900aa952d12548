using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Lint.Rules;

internal sealed class InvalidPattern() : LintRule(
    "invalid-pattern", "Every 'pattern' is a regular expression.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var patterns = new PatternCache();
        return
            from schema in subject.Contract.Schemas
            let pattern = schema.Map?["pattern"] as ContractScalar
            where pattern is { IsString: true } && patterns.Match(pattern.Text, "") == PatternVerdict.Unreadable
            select At(pattern, $"'{pattern.Text}' is no regular expression.");
    }
}
