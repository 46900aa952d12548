using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record UnreadableExample() : LintRule(
    "unreadable-example", "The file that an 'externalValue' names exists, and is YAML or JSON.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from element in subject.Elements
        where element.Kind is ElementKind.MediaExample or ElementKind.Example && element.Reference is null
        let file = element.Map?["externalValue"] as ContractScalar
        where file is { IsString: true } && ExampleFiles.IsLocal(file)
        let failure = subject.Examples.Read(file).Failure
        where failure is not null
        select At(file, failure.Message);
}
