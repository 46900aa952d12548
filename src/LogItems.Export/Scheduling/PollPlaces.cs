namespace LogItems.Export.Scheduling;

/// <summary>The places of polls that run at the same time. A poll whose server does not respond gives its place to another until the server does.</summary>
/// <remarks>The number of polls without a place has no bound of its own: one that waits costs a connection and next to no work.</remarks>
/// <param name="count">The number of places.</param>
/// <param name="patience">How long a server may not respond before its place is given to another.</param>
/// <param name="time">The clock.</param>
internal sealed class PollPlaces(int count, TimeSpan patience, TimeProvider time) : IDisposable
{
    /// <summary>The patience with a server that is to be read. Most respond within a second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _free = new(count);

    /// <summary>Takes a place as soon as one is free, in the order of the calls.</summary>
    public async Task<PollPlace> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new PollPlace(_free, patience, time);
    }

    public void Dispose() => _free.Dispose();
}
