namespace LogItems.Contracts.Diff.Detection;

/// <summary>What recognizes a property that was removed here where it was added elsewhere.</summary>
internal sealed record ChangeTrace(string Place, string Name, string Fingerprint);
