namespace LogItems.Benchmarks;

/// <summary>What one process took.</summary>
/// <param name="Cpu">User and system time, in milliseconds.</param>
/// <param name="Wall">Elapsed time, in milliseconds.</param>
/// <param name="PeakMegabytes">The peak of the resident set size.</param>
internal sealed record ProcessRun(double Cpu, double Wall, double PeakMegabytes);
