using System.Text.Json;
using LogItems.Serialization;

namespace LogItems;

/// <summary>A value on the wire that its property could not hold.</summary>
/// <param name="Property">The property's name on the wire, for example <c>endTime</c>; empty if the value was sent instead of the whole object.</param>
/// <param name="Value">The value: null, a string, a number, a boolean, or a <c>JToken</c>.</param>
public sealed record UnreadableValue(string Property, object? Value)
{
    /// <summary>The value as an element of System.Text.Json.</summary>
    public JsonElement Element => JsonElements.Of(Value);
}
