namespace LogItems.Export.Fleets;

/// <summary>A setting of a fleet, from a file or from the configuration.</summary>
/// <param name="Key">The key; for an element of a list, its number.</param>
/// <param name="Location">The location, for messages: <c>fleet.yaml:12</c> or <c>Fleet:Servers:0:Name</c>.</param>
/// <param name="Text">The value; null for an object, a list, or an empty setting.</param>
internal sealed record FleetNode(string Key, string Location, string? Text)
{
    /// <summary>The settings of an object, or the elements of a list, in order.</summary>
    public IReadOnlyList<FleetNode> Children { get; init; } = [];

    /// <summary>Gets whether the node is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>Gets whether the node has neither a value nor children.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Children.Count == 0;
}
