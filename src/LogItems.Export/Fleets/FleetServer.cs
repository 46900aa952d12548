using System.Net;
using LogItems.Export.Fleets;

namespace LogItems.Export;

/// <summary>A backup server of a fleet.</summary>
public sealed record FleetServer
{
    internal FleetServer()
    {
    }

    /// <summary>The name, which is unique in the fleet.</summary>
    /// <value>1 to 64 characters of <c>a</c> to <c>z</c>, <c>0</c> to <c>9</c>, <c>.</c>, <c>_</c> and <c>-</c>.</value>
    public required string Name { get; init; }

    /// <summary>The address of the server, for example <c>https://paris.contoso.local:4443</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>The API version.</summary>
    /// <value>Null (the default) to detect it.</value>
    public ApiVersion? Version { get; init; }

    /// <summary>The SHA-256 thumbprints of the certificates to trust.</summary>
    /// <value>Empty (the default) for those that the operating system trusts; two while the certificate is being replaced.</value>
    public IReadOnlyList<string> PinSha256 { get; init; } = [];

    /// <summary>The user name to sign in with, as <c>DOMAIN\user</c> or <c>user</c>.</summary>
    public required string Username { get; init; }

    /// <summary>The source of the password.</summary>
    public required FleetPassword Password { get; init; }

    /// <summary>The labels, such as the customer and the site.</summary>
    /// <value>At most 16; default none. Names are valid label names of Prometheus, values have at most 256 characters.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The time between two polls.</summary>
    /// <value>1 second to 1 day; default 1 minute.</value>
    public TimeSpan Interval { get; init; } = FleetLimits.DefaultInterval;

    /// <summary>Maximum duration of a poll of the <see cref="FleetExporter"/>, including retries.</summary>
    /// <value>10 seconds to 1 day; default 2 minutes. The first poll of a server reads the sessions of 8 days.</value>
    public TimeSpan Timeout { get; init; } = FleetLimits.DefaultTimeout;

    /// <summary>Maximum number of connections to the server that are open at the same time.</summary>
    /// <value>1 to 100; default 4.</value>
    public int MaxConnections { get; init; } = FleetLimits.DefaultConnections;

    /// <summary>Creates a client of the server. Dispose of it to close its connections.</summary>
    /// <remarks>
    /// The password is read at the first sign-in, and again after the server has rejected it. One that was rejected is not tried again for an hour, on no
    /// server that shares the setting, unless its source yields another. The client uses HTTP/1.1, see <see cref="LogItemsClientOptions.HttpVersion"/>.
    /// </remarks>
    /// <param name="configure">Sets further options, such as the logger factory; null for none.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public LogItemsClient CreateClient(Action<LogItemsClientOptions>? configure = null)
    {
        var options = CreateOptions(configure);
        return new(Address, new FleetCredential(Username, Password, options.TimeProvider), options);
    }

    /// <summary>Gets the certificate that the server presents, whether it is trusted or not.</summary>
    internal Task<ServerCertificateInfo> GetCertificateAsync(TimeProvider timeProvider, CancellationToken cancellationToken) =>
        LogItemsClient.GetServerCertificateAsync(Address, CreateOptions(options => options.TimeProvider = timeProvider), cancellationToken);

    private LogItemsClientOptions CreateOptions(Action<LogItemsClientOptions>? configure)
    {
        var options = new LogItemsClientOptions { Version = Version, MaxConnections = MaxConnections, HttpVersion = HttpVersion.Version11 };
        if (PinSha256.Count > 0)
        {
            options.ServerCertificate = ServerCertificate.Pin([.. PinSha256]);
        }

        configure?.Invoke(options);
        return options;
    }
}
