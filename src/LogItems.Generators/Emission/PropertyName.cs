namespace LogItems.Generators;

/// <summary>Makes C# names of the contract's names: <c>disable_antiforgery_token</c> becomes <c>DisableAntiforgeryToken</c>.</summary>
internal static class PropertyName
{
    public static string Of(string name) => string.Concat(
        name.Split(['_', '.', '-', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
}
