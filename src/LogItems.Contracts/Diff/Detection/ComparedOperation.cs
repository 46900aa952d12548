namespace LogItems.Contracts.Diff.Detection;

/// <summary>An operation of the base.</summary>
/// <param name="Name">Its method and path.</param>
/// <param name="IsStable">Whether the base promises that it does not change.</param>
internal sealed record ComparedOperation(string Name, bool IsStable);
