namespace LogItems.Primitives;

/// <summary>Waiting for what comes in.</summary>
internal static class PendingRead
{
    /// <summary>Waits for a read, which ends when it is cancelled.</summary>
    public static Task<int> WaitAsync(Task<int> reading, CancellationToken cancellationToken) => reading;
}
