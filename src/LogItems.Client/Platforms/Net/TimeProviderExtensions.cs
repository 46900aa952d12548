namespace LogItems;

/// <summary>What the package for .NET Standard has beside <see cref="TimeProvider"/>.</summary>
internal static class TimeProviderExtensions
{
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider timeProvider, TimeSpan delay) => new(delay, timeProvider);

    public static Task Delay(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, timeProvider, cancellationToken);
}
