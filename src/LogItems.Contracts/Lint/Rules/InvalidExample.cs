using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidExample() : LintRule(
    "invalid-example", "Every example matches its schema, in every version in which it exists.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) => LintSubject.Merge(
        from view in subject.Views
        // The same example of the same schema can occur many times.
        from example in ContractExample.All(view, subject.Examples)
            .DistinctBy(example => (view.Document.Named(example.Schema), example.Node, example.Direction))
        from error in view.SchemasFor(example.Direction).Validate(example.Schema, example.Value)
        select (view, At(LocationOf(example, error), Message(example, error))));

    // The finding points to a value in the document; for a value in another file, its pointer is in the message.
    private static Location LocationOf(ContractExample example, SchemaError error) =>
        example.Node is ContractScalar ? example.Node.Location : Descend(example.Node, error.Pointer).Location;

    private static string Message(ContractExample example, SchemaError error)
    {
        var file = example.Node is ContractScalar { IsString: true } scalar && !IsItself(example, scalar) ? $" in {NodeText.Shorten(scalar.Text)}" : "";
        var value = error.Pointer.Length == 0 ? "The example" : $"The example at {error.Pointer}";
        return $"{value}{file} does not match its schema: {error.Message} ({error.Keyword} at {error.Schema})";
    }

    private static bool IsItself(ContractExample example, ContractScalar scalar) =>
        example.Value.ValueKind == System.Text.Json.JsonValueKind.String && JsonText.Of(example.Value) == scalar.Text;

    private static ContractNode Descend(ContractNode node, string pointer)
    {
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            var child = node switch
            {
                ContractMap map => map[token],
                ContractList list when int.TryParse(token, out var index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (child is null)
            {
                return node;
            }

            node = child;
        }

        return node;
    }
}
