using System.Text.RegularExpressions;
using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>An operation of a document.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Method">Its method, in lower case.</param>
/// <param name="Map">Where it is described.</param>
/// <param name="PathItem">What surrounds it.</param>
internal sealed partial record OperationNode(string Path, string Method, ContractMap Map, ContractMap PathItem)
{
    public string Name => $"{Method.ToUpperInvariant()} {Path}";

    /// <summary>The path without the names of its parameters, which no caller sees.</summary>
    public string Template => Placeholder().Replace(Path, "{}");

    /// <summary>The path behind the address of the first server, which is what callers request.</summary>
    public string EffectiveTemplate(ContractDocument document) =>
        $"{ServerPath.All(PathItem).Concat(ServerPath.All(document.Root)).FirstOrDefault()}{Template}";

    public string? Id => Map["operationId"] is ContractScalar { Text.Length: > 0 } id ? id.Text : null;

    public static IEnumerable<OperationNode> All(ContractDocument document) =>
        from path in (document.Root["paths"] as ContractMap)?.Entries ?? []
        where path.Key.StartsWith('/')
        let item = document.ResolveMap(path.Value)
        where item is not null
        from method in HttpMethods.All
        let operation = item[method] as ContractMap
        where operation is not null
        select new OperationNode(path.Key, method, operation, item);

    /// <summary>The parameters: the operation's own, and those of the path that it does not describe anew.</summary>
    public IEnumerable<Parameter> Parameters(ShapeTable shapes)
    {
        var names = Placeholder().Matches(Path).Select(match => match.Value.Trim('{', '}')).ToList();
        return new[] { Map, PathItem }
            .SelectMany(owner => (owner["parameters"] as ContractList)?.Items ?? [])
            .Select(shapes.Document.ResolveMap)
            .OfType<ContractMap>()
            .Select(map => Parameter.OfOperation(map, names, shapes))
            .DistinctBy(parameter => parameter.Key);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
