namespace LogItems.Generators;

/// <summary>A query parameter or a field of a form.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Versions">The versions that have it.</param>
/// <param name="Minimum">The smallest value, as written; null for none.</param>
/// <param name="Maximum">The largest value, as written; null for none.</param>
/// <param name="Default">The default value, as written; null for none.</param>
/// <param name="Words">Its values if it is an enum.</param>
internal sealed record ContractParameter(
    string Name, VersionRange Versions, string? Minimum, string? Maximum, string? Default, EquatableArray<ContractWord> Words);
