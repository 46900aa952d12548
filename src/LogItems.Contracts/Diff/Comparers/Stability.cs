using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>The stability level of an operation: <c>x-stability-level</c>.</summary>
internal sealed record Stability(string Word, ContractNode? Node)
{
    private static readonly string[] Words = ["draft", "alpha", "beta", "stable"];

    /// <summary>The stability as a number, greater for more stable; null for an unknown word.</summary>
    public int? Rank => Array.IndexOf(Words, Word) is >= 0 and var rank ? rank : null;

    /// <summary>Gets whether callers may rely on the operation.</summary>
    public bool IsPromised => Word is not ("draft" or "alpha");

    public static Stability Of(ContractMap operation) =>
        operation["x-stability-level"] is ContractScalar scalar ? new(scalar.Text, scalar) : new("stable", null);
}
