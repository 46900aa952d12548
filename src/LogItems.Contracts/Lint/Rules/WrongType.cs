using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record WrongType() : LintRule(
    "wrong-type", "Every value is of the JSON type that OpenAPI requires there.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var objects = OpenApiObjects.Of(subject.Document);
        return
        [
            .. from item in objects.In(subject)
               from entry in item.Map.Entries
               where item.Fields.TryGetValue(entry.Key, out var field) && !field.Fits(entry.Value)
               select Wrong(entry.Key, item.Fields[entry.Key].Type, entry.Value),

            // Under names chosen by the author, and in lists, only such an object is allowed.
            .. from element in subject.Elements
               where element.Node is not ContractMap && element.Parent is { } parent && objects.FieldsOf(parent) is null
                   && objects.FieldsOf(element) is not null && !IsBooleanSchema(element, subject)
               select Wrong(element.Key, FieldType.Map, element.Node),
        ];
    }

    private static bool IsBooleanSchema(Element element, LintSubject subject) =>
        element is { IsSchema: true, Node: ContractScalar { Kind: ScalarKind.Boolean } } && !subject.Document.IsOpenApi30;

    private Finding Wrong(string key, FieldType expected, ContractNode found) => At(
        found, $"'{NodeText.Shorten(key)}' is {ObjectField.Describe(ObjectField.TypeOf(found))}; it has to be {ObjectField.Describe(expected)}.");
}
