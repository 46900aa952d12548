namespace LogItems.Tests.Stubs;

/// <summary>What a stub that does not answer waits for.</summary>
internal static class Until
{
    /// <summary>Waits until the token is canceled, and ends as canceled.</summary>
    public static Task Canceled(CancellationToken cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken);
}
