using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record WrongType() : LintRule(
    "wrong-type", "Every value is of the JSON type that OpenAPI 3.0 demands at its place.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
    [
        .. from item in OpenApiObjects.In(subject)
           from entry in item.Map.Entries
           where item.Fields.TryGetValue(entry.Key, out var field) && !field.Fits(entry.Value)
           select Wrong(entry.Key, item.Fields[entry.Key].Type, entry.Value),

        // Under names that the author chose, and in lists, nothing but such an object can stand.
        .. from element in subject.Elements
           where element.Node is not ContractMap && element.Parent is { } parent && OpenApiObjects.Of(parent) is null
               && OpenApiObjects.Of(element) is not null
           select Wrong(element.Key, FieldType.Map, element.Node),
    ];

    private Finding Wrong(string key, FieldType expected, ContractNode found) => At(
        found, $"'{NodeText.Shorten(key)}' is {ObjectField.Describe(ObjectField.TypeOf(found))}; it has to be {ObjectField.Describe(expected)}.");
}
