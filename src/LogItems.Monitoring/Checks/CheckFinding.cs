namespace LogItems.Monitoring;

/// <summary>The state of one job, or of the certificate.</summary>
/// <param name="Name">The name of the job, <c>jobs</c> if there are no jobs, or <c>certificate</c>.</param>
/// <param name="State">The state.</param>
/// <param name="Text">A description of the state.</param>
/// <param name="Values">The performance data.</param>
public sealed record CheckFinding(string Name, CheckState State, string Text, IReadOnlyList<PerformanceValue> Values);
