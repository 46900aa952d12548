using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>A field of an OpenAPI object.</summary>
internal sealed record ObjectField(string Name, FieldType Type, bool IsRequired)
{
    public bool Fits(ContractNode node) => (Type & TypeOf(node)) != 0;

    public static FieldType TypeOf(ContractNode node) => node switch
    {
        ContractMap => FieldType.Map,
        ContractList => FieldType.List,
        ContractScalar { Kind: ScalarKind.String } => FieldType.Text,
        ContractScalar { Kind: ScalarKind.Number } => FieldType.Number,
        ContractScalar { Kind: ScalarKind.Boolean } => FieldType.Flag,
        _ => FieldType.Any & ~(FieldType.Text | FieldType.Number | FieldType.Flag | FieldType.Map | FieldType.List),
    };

    public static string Describe(FieldType type) => type switch
    {
        FieldType.Text => "a text",
        FieldType.Number => "a number",
        FieldType.Flag => "true or false",
        FieldType.Map => "an object",
        FieldType.List => "a list",
        FieldType.Map | FieldType.Flag => "an object, true or false",
        _ => "null",
    };
}
