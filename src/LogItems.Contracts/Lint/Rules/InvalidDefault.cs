using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidDefault() : LintRule(
    "invalid-default", "Every default matches its schema, in every version in which it exists.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) => LintSubject.Merge(
        from view in subject.Views
        from element in view.Elements
        where element.IsSchema && element.Reference is null
        let value = element.Map?["default"]
        where value is not null
        from error in view.Schemas.Validate(element.Node, JsonContractWriter.ToElement(value))
        select (view, At(value, $"The default does not match its schema: {error.Message} ({error.Keyword} at {error.Schema})")));
}
