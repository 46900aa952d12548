namespace LogItems.Export.Otlp.Options;

/// <summary>The addresses of a receiver.</summary>
internal static class OtlpEndpoint
{
    /// <summary>Gets the address for a signal.</summary>
    public static Uri Of(OtlpSinkOptions options, OtlpSignal signal)
    {
        var own = options.OptionsOf(signal)?.Endpoint;
        return options.Protocol == OtlpProtocol.Grpc
            ? new Uri(
                own ?? options.Endpoint ?? new Uri("http://localhost:4317"),
                $"/opentelemetry.proto.collector.{signal.Package}.v1.{signal.Service}/Export")
            : own ?? new Uri($"{(options.Endpoint ?? new Uri("http://localhost:4318")).AbsoluteUri.TrimEnd('/')}/v1/{signal.HttpName}");
    }

    /// <summary>Validates an address; messages do not contain it, because it may contain a password.</summary>
    public static void ThrowIfInvalid(Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The endpoint of the OTLP receiver is not an http or https address, such as http://localhost:4318.");
        }

        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            throw new ArgumentException("The endpoint of the OTLP receiver has a user, a query or a fragment. Send keys as headers.");
        }
    }
}
