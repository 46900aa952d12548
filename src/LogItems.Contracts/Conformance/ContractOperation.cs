namespace LogItems.Contracts;

/// <summary>An operation with the path item it stands in.</summary>
internal sealed record ContractOperation(string Method, string Path, ContractMap PathItem, ContractMap Operation)
{
    public override string ToString() => $"{Method.ToUpperInvariant()} {Path}";
}
