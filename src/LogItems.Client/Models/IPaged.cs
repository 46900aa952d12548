namespace LogItems.Models;

/// <summary>An item of a list; implemented by the generated models that have an identifier.</summary>
internal interface IPaged
{
    /// <summary>The identifier; all zeros if it could not be read.</summary>
    Guid Id { get; }

    /// <summary>The order number; 0 if the model has none.</summary>
    long Usn { get; }

    /// <summary>The creation time; the default value if the model has none.</summary>
    DateTimeOffset CreationTime { get; }
}
