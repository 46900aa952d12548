namespace LogItems;

/// <summary>What reading across pages needs to know of one item.</summary>
internal interface IPaged
{
    /// <summary>All zero where it could not be read.</summary>
    Guid Id { get; }

    DateTimeOffset CreationTime { get; }
}
