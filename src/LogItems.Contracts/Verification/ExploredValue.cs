using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Verification;

/// <summary>A value that a parameter is explored with.</summary>
/// <param name="Verdict">Whether the contract allows it.</param>
/// <param name="Description">What is special about it; empty for an ordinary value.</param>
/// <param name="Texts">The value as text, not escaped; several for a list, or for a parameter that is repeated; none for one that is
/// left out.</param>
internal sealed record ExploredValue(ValueVerdict Verdict, string Description, IReadOnlyList<string> Texts)
{
    /// <summary>Gets whether every good request needs it: a known identifier, or the value of a required parameter.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The names and values that a query carries for the parameter, values escaped.</summary>
    public IEnumerable<(string Name, string Value)> In(ContractParameter parameter) => parameter.IsExploded || Texts.Count == 0
        ? Texts.Select(text => (parameter.Name, Uri.EscapeDataString(text)))
        : [(parameter.Name, string.Join(',', Texts.Select(Uri.EscapeDataString)))];

    /// <summary>The value as messages show it.</summary>
    public override string ToString() =>
        Texts.Count == 0 ? Description
        : Description.Length == 0 ? Quoted
        : $"{Quoted} ({Description})";

    private string Quoted => string.Join(" and ", Texts.Select(text => $"'{NodeText.Shorten(text)}'"));
}
