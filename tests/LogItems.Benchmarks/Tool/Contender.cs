namespace LogItems.Benchmarks;

/// <summary>A program with its arguments.</summary>
internal sealed record Contender(string Name, string Program, string[] Arguments)
{
    /// <summary>The number of runs; 0 for as many as the others.</summary>
    public int Runs { get; init; }

    /// <summary>Exit codes, beside 0, of runs that count.</summary>
    public IReadOnlyList<int> Accepts { get; init; } = [];
}
