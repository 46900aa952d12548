namespace LogItems.Responses;

/// <summary>Parses the header <c>Retry-After</c>, in both of its formats.</summary>
internal static class RetryAfter
{
    /// <summary>The delay that the server requests; never negative, null if it requests none.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider timeProvider) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        // Relative to the server's clock if it sends its time: the client's may be wrong or may have been adjusted.
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - (response.Headers.Date ?? timeProvider.GetUtcNow())).Ticks)),
        _ => null,
    };
}
