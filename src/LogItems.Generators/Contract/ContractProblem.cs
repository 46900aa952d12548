using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>The reason why nothing can be generated from the contract.</summary>
/// <param name="File">The contract's path.</param>
/// <param name="Line">The line of the problem, from 1.</param>
/// <param name="Message">The description of the problem.</param>
internal sealed record ContractProblem(string File, int Line, string Message)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "LOGITEMS201",
        "The contract cannot be read",
        "Nothing can be generated from the contract: {0}",
        "Contract", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public Diagnostic ToDiagnostic()
    {
        var place = new LinePosition(Math.Max(0, Line - 1), 0);
        return Diagnostic.Create(Rule, Location.Create(File, default, new LinePositionSpan(place, place)), Message);
    }
}
