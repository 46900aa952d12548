using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>An operation with the path item it stands in.</summary>
internal sealed record ContractOperation(string Method, string Path, ContractMap PathItem, ContractMap Operation)
{
    /// <summary>The parameters, those of the path among them.</summary>
    public IReadOnlyList<ContractParameter> Parameters(ContractDocument document) => ContractParameter.Of(document, PathItem, Operation);

    /// <summary>What is said about a status, by itself, as one of a range or by default; null if nothing is.</summary>
    public (string Key, ContractMap Map)? ResponseOf(int status, ContractDocument document)
    {
        var responses = Operation["responses"] as ContractMap;
        var exact = status.ToString(CultureInfo.InvariantCulture);
        var key = new[] { exact, $"{exact[0]}XX", "default" }.FirstOrDefault(key => responses?.Has(key) == true);
        return key is not null && document.ResolveMap(responses![key]) is { } map ? (key, map) : null;
    }

    public override string ToString() => $"{Method.ToUpperInvariant()} {Path}";
}
