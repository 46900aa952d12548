namespace LogItems.Monitoring.Checks;

/// <summary>Reads several jobs at a time: one after another, the requests of many jobs take longer than a monitoring system waits.</summary>
internal static class ConcurrentReader
{
    private const int MaxConcurrency = 4;

    /// <summary>Reads something of each source; the results are in the order of the sources.</summary>
    public static async Task<IReadOnlyList<TResult>> ReadAsync<TSource, TResult>(
        IReadOnlyList<TSource> sources, Func<TSource, CancellationToken, Task<TResult>> readAsync, CancellationToken cancellationToken)
    {
        var results = new TResult[sources.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(
            0,
            sources.Count,
            parallel,
            async (index, token) => results[index] = await readAsync(sources[index], token).ConfigureAwait(false)).ConfigureAwait(false);
        return results;
    }
}
