namespace LogItems.Monitoring.Checks;

/// <summary>Reads several jobs concurrently, because sequential requests for many jobs would take longer than a monitoring system waits.</summary>
internal static class ConcurrentReader
{
    private const int MaxConcurrency = 4;

    /// <summary>Reads from each source; the results are in the order of the sources.</summary>
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
