namespace LogItems.Primitives;

/// <summary>Waits for pending reads.</summary>
internal static class PendingRead
{
    /// <summary>Waits for a read, or until cancellation: on .NET Framework, a read that has begun cannot be canceled.</summary>
    public static Task<T> WaitAsync<T>(Task<T> reading, CancellationToken cancellationToken)
    {
        // The outcome of an abandoned read is ignored.
        _ = reading.ContinueWith(static ended => _ = ended.Exception, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);
        return reading.WaitAsync(cancellationToken);
    }
}
