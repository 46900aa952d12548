using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Output;

namespace LogItems.Cli.Options;

/// <summary>Where the server is, which certificate it must have, and how long to wait for it.</summary>
internal sealed class ServerSettings
{
    private readonly Setting _server = new(
        "--server", "LOGITEMS_SERVER", "URL", "The server, for example https://backup.contoso.local:4443.");

    private readonly Setting _pin = new(
        "--pin-sha256", "LOGITEMS_PIN_SHA256", "THUMBPRINT",
        "Trust the certificate with this SHA-256 thumbprint only; logitems certificate shows it. Two, with a comma between, while "
        + "it is replaced.");

    private readonly NumberOption _timeout = new(
        "--timeout", "SECONDS", "How long one request may take, retries included, 1 to 86,400; 300 without it.", min: 1, max: 86_400);

    private readonly NumberOption _retries = new(
        "--retries", "N", "Maximum number of retries for transient failures, 0 to 10; 3 without it.", max: 10);

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Write requests, retries and sign-ins to stderr, without queries, bodies and secrets.",
    };

    public void AddTo(Command command)
    {
        command.Add(_server.Option);
        command.Add(_pin.Option);
        command.Add(_timeout);
        command.Add(_retries);
        command.Add(_verbose);
    }

    /// <summary>The server's address; messages of failures name it from now on.</summary>
    /// <exception cref="UsageException">There is none, or it is none.</exception>
    public Uri ReadServer(ParseResult parse, CommandEnvironment host)
    {
        var text = _server.Read(parse, host)
            ?? throw new UsageException($"There is no server to ask: set {_server.Ways} to its address.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var server) || server.Scheme is not ("https" or "http"))
        {
            // The text is not repeated: an address may hold a password.
            throw new UsageException(
                $"The value of {_server.Ways} is not the address of a server; it should look like https://host:4443.");
        }

        host.Server = server;
        return server;
    }

    /// <summary>How to talk to it.</summary>
    /// <exception cref="ArgumentException">A thumbprint is none.</exception>
    public LogItemsClientOptions ReadOptions(ParseResult parse, CommandEnvironment host, ApiVersion? version = null)
    {
        var defaults = new LogItemsClientOptions();
        TimeSpan? timeout = parse.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var pins = _pin.Read(parse, host);
        return new LogItemsClientOptions
        {
            Version = version,
            Timeout = timeout ?? defaults.Timeout,
            TryTimeout = timeout ?? defaults.TryTimeout,
            ServerCertificate = pins is null ? defaults.ServerCertificate : ServerCertificate.Pin(pins.Split(',')),
            OnConcurrentChange = shift => Warn(shift, host),
            MaxRetries = parse.GetValue(_retries) ?? defaults.MaxRetries,
            LoggerFactory = parse.GetValue(_verbose) ? new MessageLog(host) : new RetryNotices(host),
            TimeProvider = host.Time,
        };
    }

    private static void Warn(ConcurrentChange shift, CommandEnvironment host)
    {
        if (shift.MayHaveMissedItems)
        {
            host.Warnings.WriteLine("The list changed while it was read, and something may be missing; run the command again for all of it.");
        }
    }
}
