using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Views;

internal sealed partial class ViewProjection
{
    private void AdjustSchema(Element element, ContractMap schema, List<KeyValuePair<string, ContractNode>> entries)
    {
        var losesNull = Annotation.AdmitsNull(schema) && !Annotation.NullableVersionsOf(schema).Contains(version);
        if (losesNull)
        {
            Replace(entries, "nullable", null);
            if (schema["type"] is ContractList types)
            {
                Replace(entries, "type", WithoutNull(types));
            }
        }

        if (schema["enum"] is ContractList values)
        {
            AdjustEnum(schema, values, losesNull, entries);
        }

        if (schema["required"] is ContractList required && (_isAnnotated || required.Items.Count == 0))
        {
            Replace(entries, "required", RequiredOf(element, required));
        }
    }

    private static ContractNode WithoutNull(ContractList types)
    {
        var named = types.Items.Where(type => type is not ContractScalar { Text: "null" }).ToList();
        return named is [var only] ? only : new ContractList(named, types.Location);
    }

    private void AdjustEnum(
        ContractMap schema, ContractList values, bool losesNull, List<KeyValuePair<string, ContractNode>> entries)
    {
        var kept = values.Items.Select(value =>
            Annotation.EnumValueVersions(schema, value).Contains(version)
            && !(losesNull && value is ContractScalar { Kind: ScalarKind.Null })).ToList();

        // Lists such as x-enumNames and x-enum-varnames are parallel to the values.
        var parallel = schema.Entries.Where(entry => entry.Key.StartsWith("x-enum", StringComparison.Ordinal));
        foreach (var (key, node) in parallel.Append(new("enum", values)))
        {
            if (node is ContractList list && list.Items.Count == kept.Count)
            {
                Replace(entries, key, new ContractList([.. list.Items.Where((_, index) => kept[index])], list.Location));
            }
        }
    }

    // An empty 'required' is not valid in OpenAPI 3.0, and has no meaning in 3.1.
    private ContractList? RequiredOf(Element element, ContractList required)
    {
        var properties = SchemaFamily.PropertyVersions(document, element);
        var names = required.Items.OfType<ContractScalar>()
            .Where(name => properties.GetValueOrDefault(name.Text, VersionSet.All).Contains(version))
            .ToList();
        return names.Count == 0 ? null : new ContractList(names, required.Location);
    }

    private ContractNode? SchemaOfShapes(Element mediaType, ContractList shapes)
    {
        var schemas = mediaType.Children().Single(child => child.Kind == ElementKind.Shapes).Children()
            .Where(Exists)
            .SelectMany(shape => shape.Children().Where(child => child.Kind == ElementKind.Schema))
            .Select(Project)
            .OfType<ContractNode>()
            .ToList();
        return schemas switch
        {
            [] => null,
            [var only] => only,
            _ => new ContractMap([new("oneOf", new ContractList(schemas, shapes.Location))], shapes.Location),
        };
    }
}
