namespace LogItems.Export.Otlp.Sending;

/// <summary>What became of a request.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Message">What the receiver reported; null if it reported nothing.</param>
internal sealed record OtlpReply(OtlpOutcome Outcome, string? Message)
{
    /// <summary>The number of records that the receiver will never take, of a request that it accepted.</summary>
    public long Rejected { get; init; }

    /// <summary>When the receiver is to be asked again; null if it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
