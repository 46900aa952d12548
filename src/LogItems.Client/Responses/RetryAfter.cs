namespace LogItems.Responses;

/// <summary>The header <c>Retry-After</c>, in both of its forms.</summary>
internal static class RetryAfter
{
    /// <summary>How long the server asks to wait; never negative, null where it does not ask.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider timeProvider) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        // By the server's own clock where it sends its time: the client's may be wrong, or have jumped.
        { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - (response.Headers.Date ?? timeProvider.GetUtcNow())).Ticks)),
        _ => null,
    };
}
