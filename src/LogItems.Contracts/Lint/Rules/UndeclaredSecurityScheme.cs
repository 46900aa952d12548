using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record UndeclaredSecurityScheme() : LintRule(
    "undeclared-security-scheme", "Every required security scheme is described under 'securitySchemes'.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var declared = subject.Document.Find("/components/securitySchemes") as ContractMap;
        return
            from element in subject.Elements
            where element.Kind is ElementKind.Document or ElementKind.Operation
            from requirement in (element.Map?["security"] as ContractList)?.Items.OfType<ContractMap>() ?? []
            from scheme in requirement.Entries
            where declared?.Has(scheme.Key) != true
            select At(scheme.Value, $"There is no security scheme '{NodeText.Shorten(scheme.Key)}'; describe it, or correct its name.");
    }
}
