using System.Globalization;

namespace LogItems.Export.Otlp.Options;

/// <summary>OpenTelemetry's environment variables for OTLP exporters.</summary>
internal static class OtlpEnvironment
{
    private const string Prefix = "OTEL_EXPORTER_OTLP_";
    private const string ServiceNameAttribute = "service.name";

    public static OtlpSinkOptions Read(Func<string, string?> getVariable)
    {
        List<string> problems = [];
        var defaults = new OtlpSinkOptions();
        var general = ReadSignal(Prefix);
        var attributes = Get("OTEL_RESOURCE_ATTRIBUTES", ReadAttributes) ?? defaults.ResourceAttributes;
        var options = new OtlpSinkOptions
        {
            Endpoint = general.Endpoint,
            Protocol = general.Protocol ?? defaults.Protocol,
            Headers = general.Headers ?? defaults.Headers,
            Timeout = general.Timeout ?? defaults.Timeout,
            UseCompression = general.UseCompression ?? defaults.UseCompression,
            ForLogs = NullIfEmpty(ReadSignal($"{Prefix}LOGS_")),
            ForSpans = NullIfEmpty(ReadSignal($"{Prefix}TRACES_")),
            ServiceName = Get("OTEL_SERVICE_NAME", text => text) ?? attributes.GetValueOrDefault(ServiceNameAttribute, defaults.ServiceName),
            ResourceAttributes = attributes,
        };
        return problems.Count == 0 ? options : throw new ArgumentException(string.Join(Environment.NewLine, problems));

        OtlpSignalOptions ReadSignal(string prefix) => new()
        {
            Endpoint = Get($"{prefix}ENDPOINT", ReadEndpoint),
            Protocol = Get<OtlpProtocol?>($"{prefix}PROTOCOL", text => ReadProtocol(text)),
            Headers = Get($"{prefix}HEADERS", ReadHeaders),
            Timeout = Get<TimeSpan?>($"{prefix}TIMEOUT", text => ReadTimeout(text)),
            UseCompression = Get<bool?>($"{prefix}COMPRESSION", text => ReadCompression(text)),
        };

        T? Get<T>(string name, Func<string, T?> read)
        {
            // According to OpenTelemetry's specification, an empty variable counts as not set.
            var value = getVariable(name)?.Trim();
            try
            {
                return string.IsNullOrEmpty(value) ? default : read(value);
            }
            catch (FormatException exception)
            {
                problems.Add($"{name} {exception.Message}");
                return default;
            }
        }
    }

    private static OtlpSignalOptions? NullIfEmpty(OtlpSignalOptions options) => options == new OtlpSignalOptions() ? null : options;

    private static Uri? ReadEndpoint(string value)
    {
        try
        {
            var endpoint = new Uri(value, UriKind.RelativeOrAbsolute);
            OtlpEndpoint.ThrowIfInvalid(endpoint);
            return endpoint;
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"cannot be used. {exception.Message}", exception);
        }
    }

    private static OtlpProtocol ReadProtocol(string value) => value switch
    {
        "grpc" => OtlpProtocol.Grpc,
        "http/protobuf" => OtlpProtocol.HttpProtobuf,
        _ => throw new FormatException($"is '{value}'. Supported are grpc and http/protobuf."),
    };

    private static TimeSpan ReadTimeout(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new FormatException($"is '{value}'. It has to be a number of milliseconds, 1 or more.");

    private static bool ReadCompression(string value) => value switch
    {
        "gzip" => true,
        "none" => false,
        _ => throw new FormatException($"is '{value}'. Supported are gzip and none."),
    };

    private static IReadOnlyDictionary<string, string> ReadHeaders(string value) => ReadPairs(value, "Headers", StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyDictionary<string, string> ReadAttributes(string value) => ReadPairs(value, "Attributes", StringComparer.Ordinal);

    /// <summary>Reads <c>name=value,name=value</c>, both percent-encoded; problems are reported by position, because values may be secret.</summary>
    private static Dictionary<string, string> ReadPairs(string value, string kind, StringComparer comparer)
    {
        var pairs = new Dictionary<string, string>(comparer);
        var position = 0;
        foreach (var entry in value.Split(','))
        {
            position++;
            if (string.IsNullOrWhiteSpace(entry))
            {
                continue;
            }

            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "" : Uri.UnescapeDataString(entry[..equals].Trim());
            if (name.Length == 0)
            {
                throw new FormatException($"has no name=value at position {position}. {kind} are written as name=value,name=value, percent-encoded.");
            }

            pairs[name] = Uri.UnescapeDataString(entry[(equals + 1)..].Trim());
        }

        return pairs;
    }
}
