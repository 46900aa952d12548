namespace LogItems.Export.Fleets;

/// <summary>A setting of a fleet, whether it was written in a file or in the configuration.</summary>
/// <param name="Key">The key; of an element of a list, its number.</param>
/// <param name="Place">The place, for messages: <c>fleet.yaml:12</c> or <c>Fleet:Servers:0:Name</c>.</param>
/// <param name="Text">The value; null for an object, a list, or nothing.</param>
internal sealed record FleetNode(string Key, string Place, string? Text)
{
    /// <summary>The settings of an object, or the elements of a list, in order.</summary>
    public IReadOnlyList<FleetNode> Children { get; init; } = [];

    /// <summary>Gets whether the node is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>Gets whether the node has neither a value nor children.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Children.Count == 0;
}
