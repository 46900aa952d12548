using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Verification;

/// <summary>A value for exploring a parameter.</summary>
/// <param name="Verdict">Whether the contract allows it.</param>
/// <param name="Description">A description of what is special about it; empty for an ordinary value.</param>
/// <param name="Texts">The value as text, not escaped; several for a list, or for a repeated parameter; empty for one that is
/// omitted, or that is an object.</param>
internal sealed record ExploredValue(ValueVerdict Verdict, string Description, IReadOnlyList<string> Texts)
{
    /// <summary>Gets whether every valid request needs it: a known identifier, or the value of a required parameter.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The properties of an object with their values as text, not escaped.</summary>
    public IReadOnlyList<(string Name, string Text)> Fields { get; init; } = [];

    /// <summary>The names and values in a request for the parameter, values escaped.</summary>
    public IEnumerable<(string Name, string Value)> In(ContractParameter parameter) => Fields.Count > 0 ? FieldsIn(parameter)
        : parameter.IsExploded || Texts.Count == 0 ? Texts.Select(text => (parameter.Name, Uri.EscapeDataString(text)))
        : [(parameter.Name, string.Join(',', Texts.Select(Uri.EscapeDataString)))];

    /// <summary>The value as a single text, as in a path or a header; escaped.</summary>
    public string TextIn(ContractParameter parameter) => string.Join(',', In(parameter).Select(pair => pair.Value));

    /// <summary>The key that identifies equal values.</summary>
    public string KeyIn(ContractParameter parameter) => string.Join('&', In(parameter).Select(pair => $"{pair.Name}={pair.Value}"));

    /// <summary>The value for messages.</summary>
    public override string ToString() =>
        Texts.Count == 0 && Fields.Count == 0 ? Description
        : Description.Length == 0 ? Quoted
        : $"{Quoted} ({Description})";

    private string Quoted => string.Join(" and ", Texts.Concat(Fields.Select(pair => $"{pair.Name}={pair.Text}"))
        .Select(text => $"'{NodeText.Shorten(text)}'"));

    private IEnumerable<(string Name, string Value)> FieldsIn(ContractParameter parameter)
    {
        var fields = Fields.Select(field => (field.Name, Value: Uri.EscapeDataString(field.Text)));
        return (parameter.Style, parameter.IsExploded) switch
        {
            ("deepObject", _) => fields.Select(field => ($"{parameter.Name}[{field.Name}]", field.Value)),
            ("form", true) => fields,
            (_, true) => [(parameter.Name, string.Join(',', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={field.Value}")))],
            _ => [(parameter.Name, string.Join(',', fields.Select(field => $"{Uri.EscapeDataString(field.Name)},{field.Value}")))],
        };
    }
}
