namespace LogItems.Generators;

/// <summary>Converts the contract's names to C# names: <c>disable_antiforgery_token</c> becomes <c>DisableAntiforgeryToken</c>.</summary>
internal static class PropertyName
{
    public static string Of(string name) => string.Concat(
        name.Split(['_', '.', '-', ' '], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
}
