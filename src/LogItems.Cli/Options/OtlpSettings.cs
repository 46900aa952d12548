using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Export;

namespace LogItems.Cli.Options;

/// <summary>The receiver of <c>logitems export --to otlp</c>: the options, and OpenTelemetry's environment variables for what they leave out.</summary>
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

    public void AddTo(Command command)
    {
        command.Add(_endpoint);
        command.Add(_protocol);
    }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="UsageException">A setting cannot be used.</exception>
    public OtlpSinkOptions Read(ParseResult parse, CommandEnvironment host)
    {
        try
        {
            var options = OtlpSinkOptions.FromEnvironment(name => Replaced(name, parse) ?? host.Variable(name));
            return options with { TimeProvider = host.Time };
        }
        catch (ArgumentException exception)
        {
            // The option is named where it has set what the message calls by its variable.
            var name = parse.GetValue(_endpoint) is null ? EndpointVariable : _endpoint.Name;
            throw new UsageException(exception.Message.Replace(EndpointVariable, name, StringComparison.Ordinal));
        }
    }

    /// <summary>Rejects the options where something else is exported to.</summary>
    /// <exception cref="UsageException">One of them was given.</exception>
    public void ThrowIfGiven(ParseResult parse)
    {
        OptionScope.ThrowIfGiven(parse, _endpoint, "otlp");
        OptionScope.ThrowIfGiven(parse, _protocol, "otlp");
    }

    /// <summary>What an option sets in place of a variable; null if it was not given.</summary>
    private string? Replaced(string variable, ParseResult parse) => variable switch
    {
        EndpointVariable => parse.GetValue(_endpoint),
        "OTEL_EXPORTER_OTLP_PROTOCOL" => parse.GetValue(_protocol) switch
        {
            OtlpProtocol.Grpc => "grpc",
            OtlpProtocol.HttpProtobuf => "http/protobuf",
            _ => null,
        },
        _ => null,
    };
}
