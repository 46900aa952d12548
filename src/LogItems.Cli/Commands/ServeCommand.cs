using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.FakeServer;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems serve</c></summary>
internal sealed class ServeCommand : Command
{
    // The maximum number of items, because each item that ends copies the list.
    private const int MaxGrowingItems = 10_000;

    private readonly UrlOption _url = new(
        "Loopback address to listen on; port 0 selects a free port. With https, a self-signed certificate is created.", "http://127.0.0.1:0");

    private readonly Option<IReadOnlyList<ApiVersion>> _versions = new("--versions")
    {
        HelpName = "VERSION,...",
        Arity = ArgumentArity.ExactlyOne,
        Description = $"API versions to serve, separated by commas (default: all, {VersionWords.Range}).",
        CustomParser = argument =>
        {
            var versions = VersionWords.ParseList(argument.Tokens[0].Value);
            if (versions is null)
            {
                argument.AddError(
                    $"--versions is '{argument.Tokens[0].Value}'; use one or more of {VersionWords.All}, separated by commas.");
            }

            return versions;
        },
    };

    private readonly NumberOption _sessions = new(
        "--sessions", "N", "Number of synthetic sessions in addition to the two from the vendor's reference pages, 0 to 10,000.",
        max: 10_000, defaultValue: 3);

    private readonly NumberOption _items = new(
        "--items", "N", "Number of log items of each synthetic session, 0 to 10,000,000.", max: 10_000_000, defaultValue: 100);

    private readonly NumberOption _seed = new(
        "--seed", "N", "Seed of the synthetic sessions.", defaultValue: 1);

    private readonly NumberOption _grow = new(
        "--grow", "SECONDS", "Start the newest synthetic session now and let it run for 1 to 86,400 seconds.",
        min: 1, max: 86_400);

    private readonly FaultSettings _faults = new();

    public ServeCommand(CommandEnvironment host)
        : base("serve", "Serves the API with synthetic sessions on this machine until Ctrl-C or SIGTERM, with interactive API documentation at /docs.")
    {
        Add(_url);
        Add(_versions);
        Add(_sessions);
        Add(_items);
        Add(_seed);
        Add(_grow);
        _faults.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var (items, seed) = (parse.GetValue(_items)!.Value, parse.GetValue(_seed)!.Value);
        var sessions = SyntheticSessions.Create(parse.GetValue(_sessions)!.Value, items, seed);
        var growing = parse.GetValue(_grow) is { } seconds ? Growing(sessions, TimeSpan.FromSeconds(seconds), host.Time) : null;
        var versions = parse.GetValue(_versions) ?? ApiVersions.All;
        var options = new FakeServerOptions
        {
            AllowUnmatchedRequests = true,
            Url = parse.GetValue(_url)!,
            Versions = versions,
            MapEndpoints = endpoints => ApiDocumentation.Map(endpoints, versions),
            Faults = _faults.Faults(parse),
            FaultSeed = _faults.Seed(parse),
            Latency = _faults.Latency(parse),
            TokenLifetime = _faults.TokenLifetime(parse),
            Sessions =
            [
                .. SeedSessions.Create(),
                .. growing is null ? sessions : [.. sessions.SkipLast(1), growing.Session],
                SyntheticSessions.CreateDataRetrieval(items, seed),
            ],
        };
        await using var server = await FakeLogItemsServer.StartAsync(options, cancellationToken);
        var address = server.BaseAddress.AbsoluteUri.TrimEnd('/');
        await host.Out.WriteLineAsync($"listening on {address}");
        // The server is running from here on; a reader of the line may stop it immediately, which is a normal end, not a cancellation.
        await host.Out.FlushAsync(CancellationToken.None);
        var pin = server.CertificateSha256 is { } sha256 ? $" --pin-sha256 {sha256}" : "";
        var signIn = $"--server {address} --username {options.Username}{pin}";
        await host.Error.WriteLineAsync(
            $"""
            Sign in as {options.Username} with the password {options.Password}, for example:
              logitems {(growing is null ? "sessions" : $"follow {growing.Session.Id}")} {signIn}
            The documentation of the API, with requests to try, is at {address}{ApiDocumentation.Path}
            Ctrl-C stops the server.
            """);
        await (growing?.RunAsync(cancellationToken) ?? Task.CompletedTask);
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Ok;
    }

    private static GrowingSession Growing(IReadOnlyList<FakeSession> sessions, TimeSpan duration, TimeProvider time)
    {
        if (sessions is not [.., { Items.Count: <= MaxGrowingItems } newest])
        {
            throw new UsageException($"--grow requires at least one session with at most {MaxGrowingItems:N0} items. See --sessions and --items.");
        }

        return new GrowingSession(newest, duration, time);
    }
}
