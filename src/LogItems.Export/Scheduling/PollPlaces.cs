namespace LogItems.Export.Scheduling;

/// <summary>The places of polls that run at the same time. A poll whose server does not respond gives its place to another until the server does.</summary>
internal sealed class PollPlaces(int count, TimeProvider time) : IDisposable
{
    /// <summary>How long a server may not respond before its place is given to another. Most respond within a second.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The number of polls without a place: a poll that waits costs a connection and next to no work.</summary>
    private const int MaxWaiting = 64;

    private readonly SemaphoreSlim _free = new(count);
    private readonly SemaphoreSlim _waiting = new(MaxWaiting);

    /// <summary>Takes a place as soon as one is free.</summary>
    public async Task<PollPlace> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new PollPlace(_free, _waiting, time);
    }

    public void Dispose()
    {
        _free.Dispose();
        _waiting.Dispose();
    }
}
