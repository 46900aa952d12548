using Microsoft.CodeAnalysis.Text;

namespace LogItems.Generators;

/// <summary>Emits the numbers of the API versions.</summary>
internal static class VersionListEmitter
{
    public static SourceText Emit(Contract contract)
    {
        var code = CodeWriter.ForFile("LogItems.Contracts.Documents");
        code.Block("public static partial class ContractVersions", () => code
            .Line($"internal static ReadOnlySpan<int> Numbers => [{string.Join(", ", contract.Versions.Select(version => version.Number))}];"));
        return code.ToSource();
    }
}
