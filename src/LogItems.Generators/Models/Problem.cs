using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>The reason why no reader can be generated for a type.</summary>
/// <param name="RuleId">The identifier of the diagnostic.</param>
/// <param name="Subject">The property or type that causes the problem.</param>
/// <param name="TypeName">The model's name.</param>
/// <param name="Detail">The details of the problem.</param>
/// <param name="Location">The location of its declaration.</param>
internal sealed record Problem(string RuleId, string Subject, string TypeName, string Detail, SourceLocation? Location)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(ProblemRules.Of(RuleId), Location?.ToLocation(), Subject, TypeName, Detail);
}
