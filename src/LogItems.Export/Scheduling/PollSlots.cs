namespace LogItems.Export.Scheduling;

/// <summary>The slots of concurrent polls. A poll whose server does not respond yields its slot to another until the server does.</summary>
/// <remarks>The number of polls without a slot is not limited: a waiting poll costs only a connection.</remarks>
/// <param name="count">The number of slots.</param>
/// <param name="yieldAfter">The time after which a server that does not respond yields its slot to another.</param>
/// <param name="time">The clock.</param>
internal sealed class PollSlots(int count, TimeSpan yieldAfter, TimeProvider time) : IDisposable
{
    /// <summary>The default of that time for reading a server; most respond within a second.</summary>
    public static readonly TimeSpan YieldAfter = TimeSpan.FromSeconds(10);

    /// <summary>The number of servers that are asked to respond at the same time: a small request costs little.</summary>
    private const int MaxPendingConnections = 64;

    /// <summary>How long a server is waited for before another is asked as well.</summary>
    private static readonly TimeSpan ReachYieldAfter = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _free = new(count);

    /// <summary>Creates the slots for asking servers to respond before they are read.</summary>
    public static PollSlots ForReaching(TimeProvider time) => new(MaxPendingConnections, ReachYieldAfter, time);

    /// <summary>Acquires a slot as soon as one is free, in the order of the calls.</summary>
    public async Task<PollSlot> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new PollSlot(_free, yieldAfter, time);
    }

    public void Dispose() => _free.Dispose();
}
