using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Output;
using LogItems.Cli.Profiles;

namespace LogItems.Cli.Options;

/// <summary>The options for the server's address, certificate and timeouts.</summary>
/// <param name="timeoutDescription">The description of <c>--timeout</c> if it does not limit a single request.</param>
/// <param name="hasRetries">Whether the command retries requests, and can log them.</param>
internal sealed class ServerSettings(
    string timeoutDescription = "Timeout of one request including retries, 1 to 86,400 seconds (default: 300).", bool hasRetries = true)
{
    private readonly Setting _server = new(
        "--server", "LOGITEMS_SERVER", "URL", "Address of the server, for example https://backup.contoso.local:4443.",
        profile => profile.Server);

    private readonly Setting _pin = new(
        "--pin-sha256", "LOGITEMS_PIN_SHA256", "THUMBPRINT",
        "Trust only the certificate with this SHA-256 thumbprint, as shown by logitems certificate. Separate two thumbprints "
        + "with a comma during a rollover.", profile => profile.PinSha256);

    private readonly ProfileOption _profile = new();

    private readonly NumberOption _timeout = new("--timeout", "SECONDS", timeoutDescription, min: 1, max: 86_400);

    private readonly NumberOption _retries = new(
        "--retries", "N", "Maximum number of retries for transient failures, 0 to 10 (default: 3).", max: 10);

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Log requests, retries and sign-ins to stderr, without query strings, bodies or secrets.",
    };

    public void AddTo(Command command)
    {
        command.Add(_profile);
        AddWithoutProfileTo(command);
    }

    /// <summary>Adds the options to a command that saves them as a profile.</summary>
    public void AddWithoutProfileTo(Command command)
    {
        command.Add(_server.Option);
        command.Add(_pin.Option);
        command.Add(_timeout);
        if (hasRetries)
        {
            command.Add(_retries);
            command.Add(_verbose);
        }
    }

    /// <summary>Reads the server's address, which is included in later error messages.</summary>
    /// <exception cref="UsageException">The address is missing or invalid.</exception>
    public Uri ReadServer(ParseResult parse, CommandEnvironment host)
    {
        var (text, source) = _server.Find(parse, host);
        if (text is null)
        {
            throw new UsageException($"No server is specified. Set {_server.Alternatives} to its address.");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var server) || server.Scheme is not ("https" or "http"))
        {
            // The text is not repeated, because an address may contain a password.
            throw new UsageException(
                $"The value of {source} is not a valid address. Use an address such as https://host:4443.");
        }

        host.Server = server;
        return server;
    }

    /// <summary>Reads the client's options.</summary>
    /// <exception cref="ArgumentException">A thumbprint is invalid.</exception>
    public LogItemsClientOptions ReadOptions(ParseResult parse, CommandEnvironment host, ApiVersion? version = null)
    {
        var options = new LogItemsClientOptions { Version = version };
        if (_pin.Read(parse, host) is { } pins)
        {
            options.ServerCertificate = ServerCertificate.Pin(pins.Split(','));
        }

        SetCommon(options, parse, host);
        return options;
    }

    /// <summary>Sets the options that are the same for every server: timeouts, retries and logging.</summary>
    /// <param name="options">The options of a client.</param>
    /// <param name="parse">The command line.</param>
    /// <param name="host">The environment of the command.</param>
    /// <param name="server">The name of the server, for notices; null if there is only one.</param>
    public void SetCommon(LogItemsClientOptions options, ParseResult parse, CommandEnvironment host, string? server = null)
    {
        var timeout = ReadTimeout(parse);
        options.Timeout = timeout ?? options.Timeout;
        options.TryTimeout = timeout ?? options.TryTimeout;
        options.MaxRetries = parse.GetValue(_retries) ?? options.MaxRetries;
        options.OnConcurrentChange = change => Warn(change, host, server);
        options.LoggerFactory = parse.GetValue(_verbose) ? new MessageLog(host) : new RetryNotices(host, isQuiet: server is not null);
        options.TimeProvider = host.Time;
    }

    /// <summary>Rejects the options that a fleet file replaces.</summary>
    /// <exception cref="UsageException">One of them was specified.</exception>
    public void ThrowIfGiven(ParseResult parse) => OptionScope.ThrowIfGivenWithFleet(parse, _profile, _server.Option, _pin.Option);

    /// <summary>The timeout that was specified; null for the default.</summary>
    public TimeSpan? ReadTimeout(ParseResult parse) => parse.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Describes the settings with their sources; an address without parts that may be secret.</summary>
    public IEnumerable<(string Name, SettingValue Value)> Describe(ParseResult parse, CommandEnvironment host)
    {
        var server = _server.Find(parse, host);
        yield return (_server.Name, server.Text is null ? server : server with
        {
            Text = Uri.TryCreate(server.Text, UriKind.Absolute, out var address) ? VerificationSettings.AddressOf(address) : "(not a valid address)",
        });
        yield return (_pin.Name, _pin.Find(parse, host));
    }

    /// <summary>Adds the settings that a profile keeps: the address and the thumbprints.</summary>
    public Profile AddTo(Profile profile, ParseResult parse, CommandEnvironment host) =>
        profile with { Server = ReadServer(parse, host).AbsoluteUri, PinSha256 = _pin.Read(parse, host) };

    private static void Warn(ConcurrentChange change, CommandEnvironment host, string? server)
    {
        if (change.MayHaveMissedItems)
        {
            host.Warnings.WriteLine(
                $"{(server is null ? "" : $"{server}: ")}The list changed while it was read and may be incomplete. Run the command again to read all of it.");
        }
    }
}
