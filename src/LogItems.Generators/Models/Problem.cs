using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Why no reader can be generated for a type.</summary>
/// <param name="RuleId">The identifier of the diagnostic.</param>
/// <param name="Subject">The property or type that is in the way.</param>
/// <param name="TypeName">The model's name.</param>
/// <param name="Detail">What is in the way about it.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record Problem(string RuleId, string Subject, string TypeName, string Detail, Place? Place)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(ProblemRules.Of(RuleId), Place?.ToLocation(), Subject, TypeName, Detail);
}
