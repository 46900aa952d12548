using LogItems.Contracts.Diff.Rules;

namespace LogItems.Contracts.Diff.Detection;

/// <summary>The identity of a removed property that may have been added elsewhere.</summary>
internal sealed record ChangeTrace(SchemaLocation Location, string Name, string Fingerprint);
