namespace LogItems.Contracts.Lint.Rules;

/// <summary>The JSON types that a field of an OpenAPI object can have.</summary>
[Flags]
internal enum FieldType
{
    Text = 1,
    Number = 2,
    Flag = 4,
    Map = 8,
    List = 16,
    Any = Text | Number | Flag | Map | List | 32,
}
