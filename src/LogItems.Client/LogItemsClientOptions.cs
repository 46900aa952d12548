namespace LogItems;

/// <summary>How a <see cref="LogItemsClient"/> works.</summary>
public sealed class LogItemsClientOptions
{
    /// <summary>The API version to speak.</summary>
    /// <value>
    /// One of <see cref="ApiVersions.All"/>, or null (the default) to ask the server before the first request and to take the
    /// newest version that both sides speak. A service should store the version it has detected, see the README.
    /// </value>
    public ApiVersion? Version { get; init; }

    /// <summary>How many items to ask for at a time when reading across pages.</summary>
    /// <value>1 to 10,000 items; default 1,000. API v2 has no pages and ignores it.</value>
    public int PageSize { get; init; } = 1_000;

    /// <summary>How long one request may take, from sending it to the last byte of the answer.</summary>
    /// <value>More than zero; default 100 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Which certificate of the server is trusted.</summary>
    /// <value>Default <see cref="ServerCertificate.SystemTrust"/>; ignored where <see cref="PrimaryHandler"/> is set.</value>
    public ServerCertificate ServerCertificate { get; init; } = ServerCertificate.SystemTrust;

    /// <summary>What sends the requests in the end.</summary>
    /// <value>
    /// Null (the default) for a <see cref="SocketsHttpHandler"/> that follows no redirects. A handler given here is used as it
    /// is and is not disposed of with the client.
    /// </value>
    public HttpMessageHandler? PrimaryHandler { get; init; }

    /// <summary>Where the time comes from.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        if (Version is { } version && !version.IsKnown())
        {
            throw new ArgumentException(
                $"Version is {(int)version}, which is not an API version this SDK speaks; use one of {ApiVersions.Names}, or null to detect it.");
        }

        if (PageSize is < 1 or > PageLimit.Maximum)
        {
            throw new ArgumentException($"PageSize is {PageSize}; it must be 1 to {PageLimit.Maximum}.");
        }

        if (Timeout <= TimeSpan.Zero)
        {
            throw new ArgumentException($"Timeout is {Timeout}; it must be more than zero.");
        }
    }
}
