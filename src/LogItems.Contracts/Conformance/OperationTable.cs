using System.Text.RegularExpressions;

namespace LogItems.Contracts;

/// <summary>Finds the operation that a request means.</summary>
internal sealed partial class OperationTable
{
    private readonly ContractDocument view;
    private readonly List<(string Template, string[] Segments, ContractMap PathItem)> paths;
    private readonly string? version;

    public OperationTable(ContractDocument view)
    {
        this.view = view;
        version = VersionOf(view);
        paths =
        [
            .. from entry in (view.Root["paths"] as ContractMap)?.Entries ?? []
               let item = view.ResolveMap(entry.Value)
               where item is not null
               let segments = Segments(entry.Key)
               // A path that names its segments goes before one that leaves them open.
               orderby segments.Count(IsOpen)
               select (entry.Key, segments, item),
        ];
    }

    /// <summary>The operation; null, with a finding, if the contract has none.</summary>
    public ContractOperation? Find(Exchange exchange, ExchangeReport report)
    {
        var segments = Segments(exchange.Path);
        var fitting = paths.Where(path => Fits(path.Segments, segments)).ToList();
        if (fitting.Count == 0 && segments is [var first, ..] && IsVersion(first))
        {
            fitting = [.. paths.Where(path => Fits(path.Segments, segments[1..]))];
        }

        var method = exchange.Method.ToLowerInvariant();
        foreach (var (template, _, item) in fitting)
        {
            if (HttpMethods.All.Contains(method) && view.ResolveMap(item[method]) is { } operation)
            {
                return new ContractOperation(method, template, item, operation);
            }
        }

        report.Add(ExchangeRules.UndocumentedOperation, fitting.Count == 0
            ? "The contract has no such path."
            : $"The contract has the path {fitting[0].Template}, but not with this method.");
        return null;
    }

    private bool IsVersion(string segment) => version is null
        ? VersionSegment().IsMatch(segment)
        : string.Equals(segment, version, StringComparison.OrdinalIgnoreCase);

    private static string? VersionOf(ContractDocument view) =>
        view.Find("/servers/0/variables/version/default") is ContractScalar version ? version.Text : null;

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(pair =>
            IsOpen(pair.First)
            || string.Equals(pair.First, Uri.UnescapeDataString(pair.Second), StringComparison.OrdinalIgnoreCase));

    private static bool IsOpen(string segment) => segment.StartsWith('{') && segment.EndsWith('}');

    [GeneratedRegex("^[vV][0-9]+$")]
    private static partial Regex VersionSegment();
}
