using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>An operation with its path item.</summary>
/// <param name="Method">Its method, in lower case.</param>
/// <param name="Path">Its path.</param>
/// <param name="PathItem">The path item.</param>
/// <param name="Map">The description of the operation.</param>
internal sealed record ContractOperation(string Method, string Path, ContractMap PathItem, ContractMap Map)
{
    public string Name => $"{Method.ToUpperInvariant()} {Path}";

    /// <summary>The path without the names of its parameters, which callers do not see.</summary>
    public string Template => PathTemplate.WithoutNames(Path);

    public string? Id => Map["operationId"] is ContractScalar { Text.Length: > 0 } id ? id.Text : null;

    /// <summary>All operations, in the order of the document.</summary>
    public static IEnumerable<ContractOperation> All(ContractDocument document) =>
        document.Root.EntriesOf("paths").Where(path => path.Key.StartsWith('/')).SelectMany(path => In(path, document));

    /// <summary>All requests that the service itself sends, under the names of their webhooks.</summary>
    public static IEnumerable<ContractOperation> Webhooks(ContractDocument document) =>
        document.Root.EntriesOf("webhooks").SelectMany(webhook => In(webhook, document));

    private static IEnumerable<ContractOperation> In(KeyValuePair<string, ContractNode> path, ContractDocument document) =>
        document.ResolveMap(path.Value) is not { } item ? [] :
        from method in item.Entries.Where(entry => HttpMethods.All.Contains(entry.Key)).Concat(item.EntriesOf("additionalOperations"))
        let operation = document.ResolveMap(method.Value)
        where operation is not null
        select new ContractOperation(method.Key.ToLowerInvariant(), path.Key, item, operation);

    /// <summary>The path including that of the first server, as callers request it.</summary>
    public string EffectiveTemplate(ContractDocument document) =>
        $"{ServerPath.All(PathItem).Concat(ServerPath.All(document.Root)).FirstOrDefault()}{Template}";

    /// <summary>The parameters, including those of the path; an operation's own parameter replaces one with the same name that all operations of the
    /// path share.</summary>
    public IReadOnlyList<ContractParameter> Parameters(ContractDocument document) =>
    [
        .. Map.ItemsOf("parameters").Concat(PathItem.ItemsOf("parameters"))
            .Select(document.ResolveMap)
            .OfType<ContractMap>()
            .Select(ContractParameter.Of)
            .DistinctBy(parameter => parameter.Key),
    ];

    /// <summary>The response for a status: its own, that of its range, or the default; null if absent.</summary>
    public (string Key, ContractMap Map)? ResponseOf(int status, ContractDocument document)
    {
        var responses = Map["responses"] as ContractMap;
        var exact = status.ToString(CultureInfo.InvariantCulture);
        var key = new[] { exact, $"{exact[0]}XX", "default" }.FirstOrDefault(key => responses?.Has(key) == true);
        return key is not null && document.ResolveMap(responses![key]) is { } map ? (key, map) : null;
    }

    public override string ToString() => Name;
}
