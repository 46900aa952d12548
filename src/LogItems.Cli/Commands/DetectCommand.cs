using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems detect</c></summary>
internal sealed class DetectCommand : Command
{
    private readonly ServerSettings _server = new();
    private readonly CredentialSettings _credential = new();

    private readonly Option<bool> _service = new("--service")
    {
        Description = $"Also sign in and show the information that the service reports about itself (API {VersionWords.Of(ApiFeatures.GetServiceInstance)}).",
    };

    private readonly ChoiceOption<RecordFormat> _format = FormatOption.ForSummaries();

    public DetectCommand(CommandEnvironment host)
        : base("detect", "Detects which API versions a server supports. Requires no credentials unless --service is specified.")
    {
        _server.AddTo(this);
        Add(_service);
        _credential.AddTo(this);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var server = _server.ReadServer(parse, host);
        var detection = await LogItemsClient.DetectVersionAsync(server, _server.ReadOptions(parse, host), cancellationToken);
        var service = parse.GetValue(_service) ? await ReadServiceAsync(parse, host, detection, cancellationToken) : null;
        if (parse.GetValue(_format) is RecordFormat.Json)
        {
            host.Out.WriteLine(DetectionText.Json(detection, service));
        }
        else
        {
            DetectionText.WriteTable(detection, service, new Screen(host));
        }

        await host.Out.FlushAsync(cancellationToken);
        await host.Error.WriteLineAsync(detection.ToString());
        return Failure.DetectionExitCode(detection.Outcome);
    }

    /// <summary>Reads the service's information; null if no supported version is served.</summary>
    /// <exception cref="ApiFeatureNotSupportedException">The selected version does not have it.</exception>
    private async Task<ServiceInstance?> ReadServiceAsync(
        ParseResult parse, CommandEnvironment host, ApiVersionDetection detection, CancellationToken cancellationToken)
    {
        if (detection.Chosen is not { } version)
        {
            return null;
        }

        var credential = await _credential.ReadAsync(parse, host, cancellationToken);
        using var client = new LogItemsClient(detection.Server, credential, _server.ReadOptions(parse, host, version));
        return await client.GetServiceInstanceAsync(cancellationToken);
    }
}
