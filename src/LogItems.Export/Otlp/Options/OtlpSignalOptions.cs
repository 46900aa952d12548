namespace LogItems.Export;

/// <summary>The settings of one signal where they differ from those of the <see cref="OtlpSink"/>; null for those that do not.</summary>
public sealed record OtlpSignalOptions
{
    /// <summary>The address, to which nothing is appended; for gRPC, its path is not used.</summary>
    /// <value>An http or https address without user, query and fragment, such as <c>https://otlp.example.com/v1/traces</c>; default null.</value>
    public Uri? Endpoint { get; init; }

    /// <summary>The protocol.</summary>
    /// <value>Default null.</value>
    public OtlpProtocol? Protocol { get; init; }

    /// <summary>Headers of each request, in place of all others. They are secret: no message contains their values.</summary>
    /// <value>Default null.</value>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The timeout of a request.</summary>
    /// <value>More than zero; default null.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether requests are compressed by gzip.</summary>
    /// <value>Default null.</value>
    public bool? UseCompression { get; init; }
}
