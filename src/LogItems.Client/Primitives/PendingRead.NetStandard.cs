namespace LogItems.Primitives;

/// <summary>Waiting for what comes in.</summary>
internal static class PendingRead
{
    /// <summary>Waits for a read, or until it is cancelled: on .NET Framework nothing ends a read that has begun.</summary>
    public static Task<T> WaitAsync<T>(Task<T> reading, CancellationToken cancellationToken)
    {
        // What becomes of one that is given up is nobody's concern.
        _ = reading.ContinueWith(static ended => _ = ended.Exception, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);
        return reading.WaitAsync(cancellationToken);
    }
}
