using System.Text.RegularExpressions;

namespace LogItems.Contracts.Documents;

/// <summary>Finds the operation of a request.</summary>
internal sealed partial class OperationTable
{
    private readonly ContractDocument _view;
    private readonly List<(string Template, string[] Segments, ContractMap PathItem)> _paths;
    private readonly string? _version;
    private readonly string[][] _basePaths;

    public OperationTable(ContractDocument view)
    {
        this._view = view;
        _version = VersionOf(view);
        _basePaths = [.. ServerPath.All(view.Root).Select(Segments)];
        _paths =
        [
            .. from entry in view.Root.EntriesOf("paths")
               let item = view.ResolveMap(entry.Value)
               where item is not null
               let segments = Segments(entry.Key)
               // A path with literal segments takes precedence over one with parameters.
               orderby segments.Count(IsOpen), segments.Count(PathTemplate.HasNames)
               select (entry.Key, segments, item),
        ];
    }

    /// <summary>The operation; null if the contract has none.</summary>
    public ContractOperation? Find(string method, string path) => Among(Fitting(path), method);

    /// <summary>The template of the contract's path that a path matches; null if there is none.</summary>
    public string? TemplateOf(string path) => Fitting(path) is [var first, ..] ? first.Template : null;

    private List<(string Template, string[] Segments, ContractMap PathItem)> Fitting(string path)
    {
        var segments = Segments(path);
        var prefixes = _basePaths.Where(prefix => prefix.Length > 0 && segments.Length >= prefix.Length && Fits(prefix, segments[..prefix.Length]))
            .Select(prefix => prefix.Length).Append(0)
            .Concat(segments is [var first, ..] && IsVersion(first) ? [1] : Array.Empty<int>());
        return prefixes.Select(length => _paths.Where(candidate => Fits(candidate.Segments, segments[length..])).ToList())
            .FirstOrDefault(fitting => fitting.Count > 0) ?? [];
    }

    private ContractOperation? Among(List<(string Template, string[] Segments, ContractMap PathItem)> fitting, string name)
    {
        var method = name.ToLowerInvariant();
        return fitting
            .Select(path => _view.ResolveMap(HttpMethods.All.Contains(method) ? path.PathItem[method] : Additional(path.PathItem, name)) is { } operation
                ? new ContractOperation(method, path.Template, path.PathItem, operation)
                : null)
            .FirstOrDefault(operation => operation is not null);
    }

    private static ContractNode? Additional(ContractMap pathItem, string method) => pathItem.EntriesOf("additionalOperations")
        .Where(entry => string.Equals(entry.Key, method, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Value).FirstOrDefault();

    private bool IsVersion(string segment) => _version is null
        ? VersionSegment().IsMatch(segment)
        : string.Equals(segment, _version, StringComparison.OrdinalIgnoreCase);

    private static string? VersionOf(ContractDocument view) =>
        view.Find("/servers/0/variables/version/default") is ContractScalar version ? version.Text : null;

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(pair =>
            IsOpen(pair.First) || PathTemplate.Fits(pair.First, Uri.UnescapeDataString(pair.Second)));

    private static bool IsOpen(string segment) => segment.StartsWith('{') && segment.IndexOf('}', StringComparison.Ordinal) == segment.Length - 1;

    [GeneratedRegex("^[vV][0-9]+$")]
    private static partial Regex VersionSegment();
}
