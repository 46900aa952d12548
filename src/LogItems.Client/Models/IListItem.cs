namespace LogItems.Models;

/// <summary>An item of a list that can be continued after it.</summary>
internal interface IListItem
{
    Guid Id { get; }

    /// <summary>Where the item was in its list.</summary>
    ListPosition Position { get; set; }
}
