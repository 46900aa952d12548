using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Profiles;

namespace LogItems.Cli.Options;

/// <summary>The options for a client.</summary>
/// <param name="server">The options for the server; null for the usual ones.</param>
internal sealed class ClientSettings(ServerSettings? server = null)
{
    private const string Detect = "auto";

    private readonly ServerSettings _server = server ?? new();
    private readonly CredentialSettings _credential = new();

    private readonly Setting _version = new(
        "--api-version", "LOGITEMS_API_VERSION", $"{VersionWords.Range}|auto",
        "API version to use; auto (default) selects the newest version that the server supports.",
        profile => profile.ApiVersion);

    public void AddTo(Command command)
    {
        _server.AddTo(command);
        AddOthersTo(command);
    }

    /// <summary>Adds the options to a command that saves them as a profile.</summary>
    public void AddWithoutProfileTo(Command command)
    {
        _server.AddWithoutProfileTo(command);
        AddOthersTo(command);
    }

    /// <summary>Creates the client; no request is sent yet.</summary>
    /// <exception cref="UsageException">An option is missing, malformed or contradicts another.</exception>
    public async Task<LogItemsClient> ConnectAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var server = _server.ReadServer(parse, host);
        var options = _server.ReadOptions(parse, host, ReadVersion(parse, host));
        return new LogItemsClient(server, await _credential.ReadAsync(parse, host, cancellationToken), options);
    }

    /// <summary>Sets the options that are the same for every server of a fleet: timeouts, retries and logging.</summary>
    public void SetCommon(LogItemsClientOptions options, ParseResult parse, CommandEnvironment host, string server) =>
        _server.SetCommon(options, parse, host, server);

    /// <summary>Rejects the options that a fleet file replaces.</summary>
    /// <exception cref="UsageException">One of them was specified.</exception>
    public void ThrowIfGiven(ParseResult parse)
    {
        _server.ThrowIfGiven(parse);
        OptionScope.ThrowIfGivenWithFleet(parse, _version.Option);
        _credential.ThrowIfGiven(parse);
    }

    /// <summary>The timeout that was specified; null for the default.</summary>
    public TimeSpan? ReadTimeout(ParseResult parse) => _server.ReadTimeout(parse);

    /// <summary>Describes the settings with their sources, without secrets.</summary>
    public IEnumerable<(string Name, SettingValue Value)> Describe(ParseResult parse, CommandEnvironment host) =>
        [.. _server.Describe(parse, host), (_version.Name, _version.Find(parse, host)), .. _credential.Describe(parse, host)];

    /// <summary>Creates a profile from the settings; its API version is null if none was specified.</summary>
    /// <exception cref="UsageException">An option is missing or malformed.</exception>
    /// <exception cref="ArgumentException">The address contains a password, or a thumbprint is invalid.</exception>
    public Profile ToProfile(string name, ParseResult parse, CommandEnvironment host)
    {
        // The client validates addresses and thumbprints; it sends nothing.
        using var client = new LogItemsClient(
            _server.ReadServer(parse, host), new AccessTokenCredential("none"), _server.ReadOptions(parse, host, ReadVersion(parse, host)));
        var version = ReadVersion(parse, host)?.ToPathSegment() ?? (_version.Read(parse, host) is null ? null : Detect);
        return _credential.AddTo(_server.AddTo(new Profile(name, null, version, null, null, null), parse, host), parse, host);
    }

    private void AddOthersTo(Command command)
    {
        command.Add(_version.Option);
        _credential.AddTo(command);
    }

    private ApiVersion? ReadVersion(ParseResult parse, CommandEnvironment host)
    {
        var (found, source) = _version.Find(parse, host);
        var text = found ?? Detect;
        if (string.Equals(text, Detect, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return ApiVersions.TryParse(text, out var version)
            ? version
            : throw new UsageException($"The API version of {source} is '{text}'; use {Detect} or one of {VersionWords.All}.");
    }
}
