namespace LogItems.Models;

/// <summary>An item of a list that can be continued from it.</summary>
internal interface IListItem
{
    Guid Id { get; }

    /// <summary>The position of the item in its list.</summary>
    ListPosition Position { get; set; }
}
