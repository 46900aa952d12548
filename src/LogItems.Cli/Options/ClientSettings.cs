using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>The options for a client.</summary>
internal sealed class ClientSettings
{
    private const string Detect = "auto";

    private readonly ServerSettings _server = new();
    private readonly CredentialSettings _credential = new();

    private readonly Setting _version = new(
        "--api-version", "LOGITEMS_API_VERSION", $"{VersionWords.Range}|auto",
        "API version to use; auto (default) selects the newest version that the server supports.");

    public void AddTo(Command command)
    {
        _server.AddTo(command);
        command.Add(_version.Option);
        _credential.AddTo(command);
    }

    /// <summary>Creates the client; no request is sent yet.</summary>
    /// <exception cref="UsageException">An option is missing, malformed or contradicts another.</exception>
    public async Task<LogItemsClient> ConnectAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var server = _server.ReadServer(parse, host);
        var options = _server.ReadOptions(parse, host, ReadVersion(parse, host));
        return new LogItemsClient(server, await _credential.ReadAsync(parse, host, cancellationToken), options);
    }

    /// <summary>The timeout that was specified; null for the default.</summary>
    public TimeSpan? ReadTimeout(ParseResult parse) => _server.ReadTimeout(parse);

    private ApiVersion? ReadVersion(ParseResult parse, CommandEnvironment host)
    {
        var text = _version.Read(parse, host) ?? Detect;
        if (string.Equals(text, Detect, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return ApiVersions.TryParse(text, out var version)
            ? version
            : throw new UsageException($"The value of {_version.Ways} is '{text}'; use {Detect} or one of {VersionWords.All}.");
    }
}
