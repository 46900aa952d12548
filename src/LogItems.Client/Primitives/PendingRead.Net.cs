namespace LogItems.Primitives;

/// <summary>Waiting for what comes in.</summary>
internal static class PendingRead
{
    /// <summary>Waits for a read, which ends when it is cancelled.</summary>
    public static Task<T> WaitAsync<T>(Task<T> reading, CancellationToken cancellationToken) => reading;
}
