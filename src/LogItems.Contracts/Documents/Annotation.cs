namespace LogItems.Contracts.Documents;

/// <summary>The names of the annotations, and the meaning of ranges.</summary>
internal static class Annotation
{
    public const string Since = "x-since";
    public const string Until = "x-until";
    public const string EnumVersions = "x-enum-versions";
    public const string NullableSince = "x-nullable-since";
    public const string Shapes = "x-shapes";

    public static IReadOnlyList<string> Names { get; } = [Since, Until, EnumVersions, NullableSince, Shapes];

    /// <summary>The versions in which the annotated part exists; an unreadable bound is ignored, so that one
    /// invalid value is one finding.</summary>
    public static VersionSet VersionsOf(ContractNode node) => node is ContractMap map
        ? VersionSet.Between(
            Bound(map, Since) ?? ContractVersions.First,
            Bound(map, Until) ?? ContractVersions.Last)
        : VersionSet.All;

    /// <summary>Determines whether a schema allows null as in OpenAPI 3.0 (<c>nullable</c>) or 3.1 (a list of types).</summary>
    public static bool AdmitsNull(ContractMap schema) => schema.IsTrue("nullable") || schema.TextsOf("type").Contains("null");

    public static VersionSet NullableVersionsOf(ContractMap schema) =>
        AdmitsNull(schema)
            ? VersionSet.Between(Bound(schema, NullableSince) ?? ContractVersions.First, ContractVersions.Last)
            : VersionSet.None;

    public static VersionSet EnumValueVersions(ContractMap schema, ContractNode value) =>
        schema[EnumVersions] is ContractMap ranges && value is ContractScalar scalar && ranges[scalar.Text] is { } range
            ? VersionsOf(range)
            : VersionSet.All;

    public static int? Bound(ContractMap map, string annotation) =>
        map[annotation] is ContractScalar scalar && ContractVersions.TryParse(scalar.Text, out var version) ? version : null;
}
