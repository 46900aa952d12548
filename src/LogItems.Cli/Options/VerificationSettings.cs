using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Recording;
using LogItems.Contracts.Reports;
using LogItems.Contracts.Verification;

namespace LogItems.Cli.Options;

/// <summary>The options for verifying a server.</summary>
internal sealed class VerificationSettings
{
    /// <summary>The maximum size of a response, so that an endless one cannot exhaust the memory; a page of 10,000 items has about 5 MB.</summary>
    private const long MaxBody = 64 * 1024 * 1024;

    private readonly ServerSettings _server = new("Timeout of each request, 1 to 86,400 seconds (default: 60).", hasRetries: false);
    private readonly CredentialSettings _credential = new();

    private readonly NumberOption _rate = new(
        "--rate", "N", "Maximum number of requests per second, 1 to 1,000.", min: 1, max: 1000, defaultValue: 10);

    private readonly NumberOption _sample = new(
        "--sample", "N", "Number of sessions and items of each list to request, 1 to 1,000.", min: 1, max: 1000, defaultValue: 3);

    private readonly NumberOption _slowAfter = new(
        "--slow-after", "SECONDS", "Response time above which a warning is reported, 1 to 3,600 seconds.", min: 1, max: 3600, defaultValue: 1);

    private readonly NumberOption _explore = new(
        "--explore", "N",
        "Explore the server with at most N further GET and HEAD requests, 1 to 100,000, with parameter values at and beyond their bounds, that "
        + "violate their patterns, of the wrong type, empty, repeated or unknown; reports the smallest request for each kind of violation.",
        min: 1,
        max: 100_000);

    private readonly NumberOption _seed = new(
        "--seed", "N", "Seed of the requests that explore the server.", defaultValue: 1);

    private readonly Option<string[]> _ids = new("--id")
    {
        HelpName = "PATH=ID",
        Description = "Identifier of a resource that no list returns, for example /DataRetrievalSessions=GUID; repeatable.",
    };

    private readonly Option<string?> _record = new("--record")
    {
        HelpName = "FILE",
        Description = "Record the traffic to this HAR file, without tokens, passwords or cookies.",
    };

    public void AddTo(Command command)
    {
        _server.AddTo(command);
        _credential.AddTo(command);
        command.Add(_rate);
        command.Add(_sample);
        command.Add(_slowAfter);
        command.Add(_explore);
        command.Add(_seed);
        command.Add(_ids);
        command.Add(_record);
    }

    /// <summary>Checks that no option requires a server when no server is specified.</summary>
    /// <exception cref="UsageException">An option requires a server.</exception>
    public void CheckWithoutServer(ParseResult parse)
    {
        if (parse.GetValue(_explore) is not null)
        {
            throw new UsageException("--explore sends requests to a server and cannot be combined with --har.");
        }
    }

    /// <summary>Verifies the server.</summary>
    /// <exception cref="UsageException">An option is missing, malformed or contradicts another.</exception>
    public async Task<VerificationResult> RunAsync(
        ParseResult parse, CommandEnvironment host, ContractDocument view, string basePath, CancellationToken cancellationToken)
    {
        _ = parse.GetValue(_record) is { } path ? OutputFile.PathOf(path) : null;
        var ids = (parse.GetValue(_ids) ?? []).Select(ParseId).ToDictionary(id => id.Path, id => id.Id);
        var server = _server.ReadServer(parse, host);
        var settings = _server.ReadOptions(parse, host);
        var (token, username, password) = await _credential.ReadSecretsAsync(parse, host, cancellationToken);
        var options = new VerificationOptions
        {
            AccessToken = token,
            Username = username,
            Password = password,
            Ids = ids,
            RequestsPerSecond = parse.GetValue(_rate)!.Value,
            SampleSize = parse.GetValue(_sample)!.Value,
            ExplorationRequests = parse.GetValue(_explore) ?? 0,
            ExplorationSeed = parse.GetValue(_seed)!.Value,
            SlowAfter = TimeSpan.FromSeconds(parse.GetValue(_slowAfter)!.Value),
        };
        var transport = await VerificationTransport.CreateAsync(server, settings, cancellationToken);
        using var recorder = parse.GetValue(_record) is null ? null : new HarRecorder { InnerHandler = transport, MaxBody = MaxBody };
        using var http = new HttpClient(recorder ?? transport)
        {
            BaseAddress = new Uri($"{AddressOf(server).TrimEnd('/')}/{(basePath.Length == 0 ? "" : $"{basePath}/")}"),
            Timeout = settings.TryTimeout,
            MaxResponseContentBufferSize = MaxBody,
        };
        try
        {
            return await ServerVerification.RunAsync(http, view, options, cancellationToken);
        }
        finally
        {
            Save(recorder, parse.GetValue(_record));
        }
    }

    /// <summary>The address without parts that may be secret.</summary>
    public static string AddressOf(Uri server) => server.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private static void Save(HarRecorder? recorder, string? path)
    {
        if (recorder is not null)
        {
            using var file = OutputFile.Create(path!);
            recorder.Save(file.Stream);
            file.Complete();
        }
    }

    private static (string Path, string Id) ParseId(string text) => text.Split('=', 2) is [{ Length: > 0 } path, { Length: > 0 } id]
        ? (path, id)
        : throw new UsageException($"--id is '{text}'; write PATH=ID, for example /DataRetrievalSessions=be376069-2865-4156-a9bc-825cef7d687e.");
}
