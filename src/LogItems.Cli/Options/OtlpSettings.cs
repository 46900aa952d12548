using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Export;

namespace LogItems.Cli.Options;

/// <summary>The receiver of <c>logitems export --to otlp</c>: the options, and OpenTelemetry's environment variables for those that are absent.</summary>
internal sealed class OtlpSettings
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        HelpName = "URL",
        Description = $"Address of the OTLP receiver (default: {EndpointVariable}, else localhost, port 4318 for HTTP or 4317 for gRPC). Set API "
            + "keys as headers in OTEL_EXPORTER_OTLP_HEADERS.",
    };

    private readonly ChoiceOption<OtlpProtocol> _protocol = new(
        "--protocol",
        "Protocol of the OTLP receiver (default: OTEL_EXPORTER_OTLP_PROTOCOL, else http/protobuf).",
        ("http/protobuf", OtlpProtocol.HttpProtobuf),
        ("grpc", OtlpProtocol.Grpc));

    private readonly ChoiceOption<OtlpSignals> _signals = new(
        "--signals",
        "What to send to the OTLP receiver: items as log records, sessions and items as traces, or all (the default).",
        ("logs", OtlpSignals.Logs),
        ("traces", OtlpSignals.Spans),
        ("all", OtlpSignals.All));

    public void AddTo(Command command)
    {
        command.Add(_endpoint);
        command.Add(_protocol);
        command.Add(_signals);
    }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="UsageException">A setting is invalid.</exception>
    public OtlpSinkOptions Read(ParseResult parse, CommandEnvironment host)
    {
        try
        {
            var options = OtlpSinkOptions.FromEnvironment(name => Replaced(name, parse) ?? host.Variable(name));
            return options with { TimeProvider = host.Time, Signals = parse.GetValue(_signals) ?? options.Signals };
        }
        catch (ArgumentException exception)
        {
            // The message names the option instead of the variable if the option was specified.
            var name = parse.GetValue(_endpoint) is null ? EndpointVariable : _endpoint.Name;
            throw new UsageException(exception.Message.Replace(EndpointVariable, name, StringComparison.Ordinal));
        }
    }

    /// <summary>Rejects the options for other targets.</summary>
    /// <exception cref="UsageException">One of them was specified.</exception>
    public void ThrowIfGiven(ParseResult parse)
    {
        OptionScope.ThrowIfGiven(parse, _endpoint, "otlp");
        OptionScope.ThrowIfGiven(parse, _protocol, "otlp");
        OptionScope.ThrowIfGiven(parse, _signals, "otlp");
    }

    /// <summary>The option that replaces a variable; null if it was not specified.</summary>
    private string? Replaced(string variable, ParseResult parse) => variable switch
    {
        EndpointVariable => parse.GetValue(_endpoint),
        "OTEL_EXPORTER_OTLP_PROTOCOL" => parse.GetValue(_protocol) switch
        {
            OtlpProtocol.Grpc => "grpc",
            OtlpProtocol.HttpProtobuf => "http/protobuf",
            _ => null,
        },

        // An option has precedence over what variables set for one signal, too.
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT" or "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT" when parse.GetValue(_endpoint) is not null => "",
        "OTEL_EXPORTER_OTLP_LOGS_PROTOCOL" or "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL" when parse.GetValue(_protocol) is not null => "",
        _ => null,
    };
}
