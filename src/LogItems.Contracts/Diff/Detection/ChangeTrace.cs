using LogItems.Contracts.Diff.Rules;

namespace LogItems.Contracts.Diff.Detection;

/// <summary>What recognizes a property that was removed here where it was added elsewhere.</summary>
internal sealed record ChangeTrace(SchemaLocation Place, string Name, string Fingerprint);
