namespace LogItems.Contracts.Documents;

/// <summary>A sequence.</summary>
public sealed class ContractList : ContractNode
{
    internal ContractList(IReadOnlyList<ContractNode> items, Location location)
        : base(location) => Items = items;

    /// <summary>The items, in the order of the source.</summary>
    public IReadOnlyList<ContractNode> Items { get; }
}
