namespace LogItems.Models;

/// <summary>An item of a list; implemented by the generated models that have an identifier.</summary>
internal interface IPaged
{
    /// <summary>All zero where it could not be read.</summary>
    Guid Id { get; }

    /// <summary>The order number; 0 where the model has none.</summary>
    long Usn { get; }

    /// <summary>The default where the model has none.</summary>
    DateTimeOffset CreationTime { get; }
}
