namespace LogItems.Tests.Stubs;

/// <summary>What a stub that does not answer waits for.</summary>
internal static class Until
{
    /// <summary>Waits until the token is cancelled, and ends as cancelled.</summary>
    public static Task Cancelled(CancellationToken cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken);
}
