using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The properties of an object that is described by several schemas, as with <c>allOf</c>.</summary>
internal static class SchemaFamily
{
    /// <summary>The names that <c>required</c> in this schema can refer to, each with the versions in which it is a property.</summary>
    public static Dictionary<string, VersionSet> PropertyVersions(ContractDocument document, Element schema) => SchemaParts
        .Of(document, [WholeOf(schema).Node], SchemaParts.All)
        .SelectMany(part => part.EntriesOf("properties"))
        .GroupBy(property => property.Key, StringComparer.Ordinal)
        .ToDictionary(
            same => same.Key,
            same => same.Aggregate(VersionSet.None, (versions, property) => versions | Annotation.VersionsOf(property.Value)), StringComparer.Ordinal);

    // A part may require a property that another part of the same object declares.
    private static Element WholeOf(Element schema) => schema.Parent switch
    {
        { Kind: ElementKind.SchemaList, Parent: { } whole } => WholeOf(whole),
        { IsSchema: true } whole when schema.Key == "not" => WholeOf(whole),
        _ => schema,
    };
}
