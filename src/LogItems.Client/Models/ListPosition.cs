namespace LogItems.Models;

/// <summary>The position of an item in the list that it was read from.</summary>
/// <param name="List">The number that identifies the list by its kind, session and filter.</param>
/// <param name="Count">The number of items up to and including this one; 0 for an item that was not read from a list.</param>
internal readonly record struct ListPosition(uint List, int Count)
{
    /// <summary>The continuation token of the item at this position; null if it has no position.</summary>
    public string? TokenOf(Guid id) => Count == 0 ? null : new ContinuationToken(this, id).ToString();
}
