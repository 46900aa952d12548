namespace LogItems;

/// <summary>Settings for single calls; see <see cref="LogItemsClient.WithOptions"/>.</summary>
public sealed record LogItemsRequestOptions
{
    private static readonly HttpRequestOptionsKey<LogItemsRequestOptions> Key = new("LogItems.RequestOptions");

    /// <summary>Headers to send with each request, in addition to those of the SDK.</summary>
    /// <value>Empty by default. <c>Authorization</c> is always set by the client's credential.</value>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The maximum duration of a request, including all its retries and the delays between them.</summary>
    /// <value>More than zero, at most 24 days; null (the default) for <see cref="LogItemsClientOptions.Timeout"/>.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The maximum duration of one attempt.</summary>
    /// <value>More than zero, at most 24 days; null (the default) for <see cref="LogItemsClientOptions.TryTimeout"/>.</value>
    public TimeSpan? TryTimeout { get; init; }

    /// <summary>The maximum number of retries for transient failures.</summary>
    /// <value>0 (off) to 10; null (the default) for <see cref="LogItemsClientOptions.MaxRetries"/>.</value>
    public int? MaxRetries { get; init; }

    /// <summary>Called with each response before its body is read, whatever its status.</summary>
    /// <value>
    /// Null (the default) for none. Status, headers and HTTP version may be read; the content belongs to the SDK, which reads it once.
    /// It is not called for responses that are retried.
    /// </value>
    public Action<HttpResponseMessage>? OnResponse { get; init; }

    /// <summary>The options of a request; null if it has none.</summary>
    internal static LogItemsRequestOptions? Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var options) ? options : null;

    /// <summary>Sets the headers of a request and lets the handlers find the other settings.</summary>
    internal void ApplyTo(HttpRequestMessage request)
    {
        request.Options.Set(Key, this);
        foreach (var (name, value) in Headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal void ThrowIfInvalid()
    {
        if (new[] { Timeout, TryTimeout }.OfType<TimeSpan>().Any(timeout => !LogItemsClientOptions.IsTimeout(timeout)))
        {
            throw new ArgumentException(LogItemsClientOptions.TimeoutProblem(Timeout, TryTimeout));
        }

        if (MaxRetries is < 0 or > LogItemsClientOptions.RetryLimit)
        {
            throw new ArgumentException($"MaxRetries is {MaxRetries}; it must be 0 to {LogItemsClientOptions.RetryLimit}.");
        }
    }
}
