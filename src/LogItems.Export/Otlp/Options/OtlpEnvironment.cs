using System.Globalization;

namespace LogItems.Export.Otlp.Options;

/// <summary>OpenTelemetry's environment variables for OTLP exporters.</summary>
internal static class OtlpEnvironment
{
    private const string Prefix = "OTEL_EXPORTER_OTLP_";

    public static OtlpSinkOptions Read(Func<string, string?> getVariable)
    {
        List<string> problems = [];
        var defaults = new OtlpSinkOptions();
        var options = new OtlpSinkOptions
        {
            Endpoint = Get("ENDPOINT", ReadEndpoint, null),
            Protocol = Get("PROTOCOL", ReadProtocol, defaults.Protocol),
            Headers = Get("HEADERS", ReadHeaders, defaults.Headers),
            Timeout = Get("TIMEOUT", ReadTimeout, defaults.Timeout),
            UseCompression = Get("COMPRESSION", ReadCompression, defaults.UseCompression),
        };
        return problems.Count == 0 ? options : throw new ArgumentException(string.Join(Environment.NewLine, problems));

        T Get<T>(string name, Func<string, T> read, T otherwise)
        {
            // According to OpenTelemetry's specification, an empty variable counts as not set.
            var value = getVariable(Prefix + name)?.Trim();
            try
            {
                return string.IsNullOrEmpty(value) ? otherwise : read(value);
            }
            catch (FormatException exception)
            {
                problems.Add($"{Prefix}{name} {exception.Message}");
                return otherwise;
            }
        }
    }

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

    /// <summary>Reads <c>name=value,name=value</c>, both percent-encoded; problems are reported by position, because values may be secret.</summary>
    private static IReadOnlyDictionary<string, string> ReadHeaders(string value)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
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
                throw new FormatException($"has no name=value at position {position}. Headers are written as name=value,name=value, percent-encoded.");
            }

            headers[name] = Uri.UnescapeDataString(entry[(equals + 1)..].Trim());
        }

        return headers;
    }
}
