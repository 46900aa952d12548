using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Lint.Rules;

/// <summary>An example of a value, with the schema that it must match.</summary>
/// <param name="Node">The location of the example.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Body">The value, if it is in a separate file.</param>
internal sealed record ContractExample(ContractNode Node, ContractNode Schema, JsonElement? Body = null)
{
    /// <summary>The value.</summary>
    public JsonElement Value => field.ValueKind == JsonValueKind.Undefined ? field = Body ?? JsonContractWriter.ToElement(Node) : field;

    /// <summary>Whether the value is in a request body or a response; null if it is in neither.</summary>
    public ElementKind? Direction { get; init; }

    /// <summary>All examples in a document: of bodies, parameters, headers and schemas, inline, referenced or in a
    /// separate file. Unreadable ones are omitted.</summary>
    public static IEnumerable<ContractExample> All(LintView view, ExampleFiles files) =>
        from element in view.Elements
        where element.Map is not null && (element.Reference is null || (element.IsSchema && !view.Document.IsOpenApi30))
        from example in element.IsSchema ? OfSchema(element.Map!) : OfBody(element, view.Document, files)
        select example with { Direction = DirectionOf(element) };

    private static ElementKind? DirectionOf(Element element) => element switch
    {
        { Kind: ElementKind.RequestBody or ElementKind.Response } => element.Kind,
        { Parent: { } parent } when !element.IsSchema => DirectionOf(parent),
        _ => null,
    };

    private static IEnumerable<ContractExample> OfSchema(ContractMap schema) =>
        (schema["example"] is { } example ? [Inline(example, schema)] : Array.Empty<ContractExample>())
            .Concat(schema.ItemsOf("examples").Select(item => Inline(item, schema)));

    private static IEnumerable<ContractExample> OfBody(Element element, ContractDocument document, ExampleFiles files)
    {
        if (element.Kind is not (ElementKind.MediaType or ElementKind.Parameter or ElementKind.Header))
        {
            yield break;
        }

        var inline = element.Map!.EntriesOf("examples").Select(entry => document.ResolveMap(entry.Value))
            .Select(example => example?["value"] ?? example?["dataValue"]).Prepend(element.Map["example"]).OfType<ContractNode>().ToList();
        if (element.Map["itemSchema"] is { } itemSchema)
        {
            foreach (var item in inline.OfType<ContractList>().SelectMany(list => list.Items))
            {
                yield return Inline(item, itemSchema);
            }
        }

        if (element.Map["schema"] is not { } schema)
        {
            yield break;
        }

        foreach (var value in inline)
        {
            yield return Inline(value, schema);
        }

        foreach (var example in element.Map.EntriesOf("examples").Select(entry => document.ResolveMap(entry.Value)))
        {
            if (example is null || example.Has("value") || example.Has("dataValue"))
            {
                continue;
            }

            if (example["externalValue"] is ContractScalar { IsString: true } file && ExampleFiles.IsLocal(file)
                && files.Read(file).Value is { } body)
            {
                yield return new ContractExample(file, schema, body);
            }
        }
    }

    private static ContractExample Inline(ContractNode value, ContractNode schema) => new(value, schema);
}
