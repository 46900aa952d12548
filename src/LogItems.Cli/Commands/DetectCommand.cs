using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems detect</c></summary>
internal sealed class DetectCommand : Command
{
    private readonly ServerSettings _server = new();

    private readonly ChoiceOption<RecordFormat> _format = FormatOption.ForSummaries();

    public DetectCommand(CommandEnvironment host)
        : base("detect", "Detects which API versions a server supports. Requires no credentials.")
    {
        _server.AddTo(this);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var server = _server.ReadServer(parse, host);
        var detection = await LogItemsClient.DetectVersionAsync(server, _server.ReadOptions(parse, host), cancellationToken);
        if (parse.GetValue(_format) is RecordFormat.Json)
        {
            host.Out.WriteLine(DetectionText.Json(detection));
        }
        else
        {
            DetectionText.WriteTable(detection, new Screen(host));
        }

        await host.Out.FlushAsync(cancellationToken);
        await host.Error.WriteLineAsync(detection.ToString());
        return Failure.DetectionExitCode(detection.Outcome);
    }
}
