namespace LogItems.Contracts.Documents;

/// <summary>Formats nodes as text: for comparison, and for messages.</summary>
internal static class NodeText
{
    private const int ShownLength = 80;

    /// <summary>The same text for equal values: 1 and 1.0, members in any order.</summary>
    public static string Canonical(ContractNode node) => node switch
    {
        ContractScalar { Kind: ScalarKind.Number } number => ExactNumber.Parse(number.Text).ToString(),
        ContractScalar { Kind: ScalarKind.String } text => $"\"{text.Text}\"",
        ContractScalar scalar => scalar.Text,
        _ => CanonicalJson.Of(JsonContractWriter.ToElement(node)),
    };

    public static bool AreEqual(ContractNode? before, ContractNode? after) =>
        (before, after) switch
        {
            (null, null) => true,
            (null, _) or (_, null) => false,
            _ => Canonical(before) == Canonical(after),
        };

    /// <summary>The value for messages.</summary>
    public static string? Show(ContractNode? node)
    {
        var text = node is ContractScalar scalar ? scalar.Text : node?.ToJson();
        return text is null ? null : Shorten(text.ReplaceLineEndings(" "));
    }

    /// <summary>Truncates a text for a message.</summary>
    public static string Shorten(string text) =>
        text.Length <= ShownLength ? text : $"{text[..(char.IsHighSurrogate(text[ShownLength - 1]) ? ShownLength - 1 : ShownLength)]}…";
}
