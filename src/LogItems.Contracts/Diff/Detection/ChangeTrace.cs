using LogItems.Contracts.Diff.Rules;

namespace LogItems.Contracts.Diff.Detection;

/// <summary>The identity of a property that was removed here and may have been added elsewhere.</summary>
internal sealed record ChangeTrace(SchemaLocation Place, string Name, string Fingerprint);
