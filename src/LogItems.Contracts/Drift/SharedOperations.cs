using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Drift;

/// <summary>Creates copies of documents that contain only the operations to compare, and only what is on the wire.</summary>
internal static partial class SharedOperations
{
    private static readonly string[] OnTheWire = ["requestBody", "responses"];

    /// <summary>A text that is equal for two operations that match the same requests.</summary>
    public static string SignatureOf(ContractOperation operation) =>
        $"{operation.Method} {PathTemplate.Signature(VersionSegment().Replace(operation.Path, "/"))}";

    /// <param name="document">The document that the operations are from.</param>
    /// <param name="operations">Each operation, with the one whose path and parameter names it adopts.</param>
    public static ContractDocument Of(
        ContractDocument document, IEnumerable<(ContractOperation Operation, ContractOperation Named)> operations)
    {
        var paths = operations.GroupBy(pair => pair.Named.Path).Select(group => Entry(group.Key, Map(
            document.Root, group.Select(pair => Entry(pair.Operation.Method, Operation(document, pair.Operation, pair.Named))))));
        IEnumerable<KeyValuePair<string, ContractNode>> root =
        [
            Entry("openapi", document.Root["openapi"]!),
            Entry("paths", Map(document.Root, paths)),
            .. Components(document),
        ];
        return document.With(Map(document.Root, root));
    }

    // Security schemes are omitted, because operations are compared without security.
    private static IEnumerable<KeyValuePair<string, ContractNode>> Components(ContractDocument document) =>
        document.Root["components"] is ContractMap components
            ? [Entry("components", Map(components, components.Entries.Where(section => section.Key != "securitySchemes")))]
            : [];

    private static ContractMap Operation(ContractDocument document, ContractOperation operation, ContractOperation named)
    {
        var (theirs, ours) = (PathTemplate.Names(operation.Path), PathTemplate.Names(named.Path));
        var renamed = theirs.Zip(ours).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var parameters = operation.Parameters(document).Select(parameter => Rename(parameter, renamed)).ToList();
        return Map(operation.Map,
        [
            Entry("parameters", new ContractList(parameters, operation.Map.Location)),
            .. OnTheWire.Where(operation.Map.Has).Select(key => Entry(key, operation.Map[key]!)),
        ]);
    }

    private static ContractMap Rename(ContractParameter parameter, Dictionary<string, string> names) =>
        parameter.In == "path" && names.TryGetValue(parameter.Name, out var name)
            ? Map(parameter.Map, parameter.Map.Entries.Select(entry =>
                entry.Key == "name" ? Entry("name", new ContractScalar(ScalarKind.String, name, entry.Value.Location)) : entry))
            : parameter.Map;

    private static ContractMap Map(ContractMap place, IEnumerable<KeyValuePair<string, ContractNode>> entries) =>
        new([.. entries], place.Location);

    private static KeyValuePair<string, ContractNode> Entry(string key, ContractNode node) => new(key, node);

    [GeneratedRegex("^/[vV][0-9]+/")]
    private static partial Regex VersionSegment();
}
