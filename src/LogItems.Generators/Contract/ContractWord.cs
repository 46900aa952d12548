namespace LogItems.Generators;

/// <summary>A value of an enum.</summary>
/// <param name="Text">The value on the wire.</param>
/// <param name="Versions">The versions that have it.</param>
internal sealed record ContractWord(string Text, VersionRange Versions);
