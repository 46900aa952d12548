namespace LogItems.Primitives;

/// <summary>Waits for pending reads.</summary>
internal static class PendingRead
{
    /// <summary>Waits for a read, which ends when it is canceled.</summary>
    public static Task<T> WaitAsync<T>(Task<T> reading, CancellationToken cancellationToken) => reading;
}
