namespace LogItems.Export.Otlp.Sending;

/// <summary>The reply to a request.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Message">What the receiver reported; null if it reported nothing.</param>
internal sealed record OtlpReply(OtlpOutcome Outcome, string? Message)
{
    /// <summary>The number of rejected records of a request that the receiver accepted.</summary>
    public long Rejected { get; init; }

    /// <summary>The delay after which to retry; null if the receiver specified none.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
