using LogItems.Models;
using Newtonsoft.Json;

namespace LogItems;

public partial class LogItem : IListItem
{
    private ListPosition _position;

    ListPosition IListItem.Position
    {
        get => _position;
        set => _position = value;
    }

    /// <summary>The position after this item in the list that it was read from.</summary>
    /// <value>
    /// An opaque, URL-safe string for <see cref="LogItemFilter.ContinuationToken"/>; it can be stored, and remains valid when the list changes.
    /// Null for an item that was read alone, by following, or as part of a single page.
    /// </value>
    [JsonIgnore]
    public string? ContinuationToken => _position.TokenOf(Id);
}
