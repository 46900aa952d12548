using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>Everything that a client of a server needs.</summary>
internal sealed class ClientSettings
{
    private const string Detect = "auto";

    private readonly ServerSettings _server = new();
    private readonly CredentialSettings _credential = new();

    private readonly Setting _version = new(
        "--api-version", "LOGITEMS_API_VERSION", $"{VersionWords.Range}|auto",
        "The API version to speak; auto (default) asks the server for its newest.");

    public void AddTo(Command command)
    {
        _server.AddTo(command);
        command.Add(_version.Option);
        _credential.AddTo(command);
    }

    /// <summary>Makes the client; no request is sent yet.</summary>
    /// <exception cref="UsageException">Something is missing, malformed or contradicts something else.</exception>
    public async Task<LogItemsClient> ConnectAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var server = _server.ReadServer(parse, host);
        var options = _server.ReadOptions(parse, host, ReadVersion(parse, host));
        return new LogItemsClient(server, await _credential.ReadAsync(parse, host, cancellationToken), options);
    }

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
