using System.Collections.ObjectModel;
using LogItems.Export.Otlp.Options;

namespace LogItems.Export;

/// <summary>The settings of an <see cref="OtlpSink"/>.</summary>
public sealed record OtlpSinkOptions
{
    /// <summary>The address of the receiver. For HTTP, <c>/v1/logs</c> and <c>/v1/traces</c> are appended; for gRPC, its path is not used.</summary>
    /// <value>An http or https address without user, query and fragment; null (the default) for port 4318 (HTTP) or 4317 (gRPC) of localhost.</value>
    public Uri? Endpoint { get; init; }

    /// <summary>The protocol.</summary>
    /// <value>Default <see cref="OtlpProtocol.HttpProtobuf"/>.</value>
    public OtlpProtocol Protocol { get; init; }

    /// <summary>Headers of each request, such as the receiver's key. They are secret: no message contains their values.</summary>
    /// <value>Default none.</value>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The signals to send.</summary>
    /// <value>Default <see cref="OtlpSignals.All"/>; a receiver that takes only logs or only traces needs one of them.</value>
    public OtlpSignals Signals { get; init; } = OtlpSignals.All;

    /// <summary>What differs for log records.</summary>
    /// <value>Null (the default) for nothing.</value>
    public OtlpSignalOptions? ForLogs { get; init; }

    /// <summary>What differs for spans.</summary>
    /// <value>Null (the default) for nothing.</value>
    public OtlpSignalOptions? ForSpans { get; init; }

    /// <summary>Further attributes of the resource, such as <c>deployment.environment.name</c>. The sink's own attributes have precedence.</summary>
    /// <value>Default none.</value>
    public IReadOnlyDictionary<string, string> ResourceAttributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The value of <c>service.name</c>; the backup server is the <c>service.instance.id</c>.</summary>
    /// <value>Default <c>veeam-backup-for-microsoft-365</c>.</value>
    public string ServiceName { get; init; } = "veeam-backup-for-microsoft-365";

    /// <summary>The timeout of a request.</summary>
    /// <value>More than zero; default 10 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether requests are compressed by gzip.</summary>
    /// <value>Default true.</value>
    public bool UseCompression { get; init; } = true;

    /// <summary>The maximum size of a request before compression; a larger batch is split. A single record that is larger is sent alone.</summary>
    /// <value>4 KB or more; default 1 MB. Most receivers reject more than 4 MB over gRPC.</value>
    public int MaxRequestSize { get; init; } = 1024 * 1024;

    /// <summary>
    /// The length to which texts are truncated, in UTF-16 code units. For a truncated text of an item, the original length is in the
    /// attribute <c>logitems.text.length</c>.
    /// </summary>
    /// <value>16 or more; default 16,384.</value>
    public int MaxTextLength { get; init; } = 16 * 1024;

    /// <summary>Maximum number of retries for a request that the receiver cannot accept at the moment.</summary>
    /// <value>0 or more; default 5.</value>
    public int MaxRetries { get; init; } = 5;

    /// <summary>The delay before the first retry, doubled for each further one up to 30 seconds; a delay specified by the receiver takes precedence.</summary>
    /// <value>More than zero; default 1 second. Up to a tenth is added at random.</value>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The connection to the receiver, for example with a private certificate authority or a proxy; not disposed of.</summary>
    /// <value>Null (the default) for one that trusts the authorities of the system.</value>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Reads the settings from OpenTelemetry's standard environment variables.</summary>
    /// <param name="getVariable">Gets a variable; null for the environment of the process.</param>
    /// <returns>
    /// The settings of <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>_PROTOCOL</c> (<c>grpc</c> or <c>http/protobuf</c>), <c>_HEADERS</c>, <c>_TIMEOUT</c> (in
    /// milliseconds) and <c>_COMPRESSION</c> (<c>gzip</c> or <c>none</c>), each also with <c>_LOGS</c> or <c>_TRACES</c> before its last word, for one signal;
    /// of <c>OTEL_SERVICE_NAME</c>; and of <c>OTEL_RESOURCE_ATTRIBUTES</c>. The defaults for variables that are not set.
    /// </returns>
    /// <exception cref="ArgumentException">A variable has an invalid value; the message lists all of them.</exception>
    public static OtlpSinkOptions FromEnvironment(Func<string, string?>? getVariable = null) =>
        OtlpEnvironment.Read(getVariable ?? Environment.GetEnvironmentVariable);

    /// <summary>Checks the settings.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void ThrowIfInvalid()
    {
        if (Signals is not (OtlpSignals.Logs or OtlpSignals.Spans or OtlpSignals.All))
        {
            throw new ArgumentException("There is nothing to send: set Signals to Logs, Spans or All.");
        }

        ArgumentException.ThrowIfNullOrEmpty(ServiceName);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRequestSize, 4096);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTextLength, 16);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxRetries);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RetryDelay, TimeSpan.Zero);
        ThrowIfReceiverInvalid();
        For(OtlpSignal.Logs).ThrowIfReceiverInvalid();
        For(OtlpSignal.Spans).ThrowIfReceiverInvalid();
    }

    /// <summary>What differs for a signal.</summary>
    internal OtlpSignalOptions? OptionsOf(OtlpSignal signal) => signal == OtlpSignal.Logs ? ForLogs : ForSpans;

    /// <summary>The settings that apply to a signal.</summary>
    internal OtlpSinkOptions For(OtlpSignal signal) => OptionsOf(signal) is not { } own ? this : this with
    {
        Protocol = own.Protocol ?? Protocol,
        Headers = own.Headers ?? Headers,
        Timeout = own.Timeout ?? Timeout,
        UseCompression = own.UseCompression ?? UseCompression,
    };

    private void ThrowIfReceiverInvalid()
    {
        foreach (var endpoint in new[] { Endpoint, ForLogs?.Endpoint, ForSpans?.Endpoint }.OfType<Uri>())
        {
            OtlpEndpoint.ThrowIfInvalid(endpoint);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)Protocol, (int)OtlpProtocol.Grpc, nameof(Protocol));
        ArgumentOutOfRangeException.ThrowIfNegative((int)Protocol, nameof(Protocol));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        using var request = new HttpRequestMessage();
        foreach (var (name, value) in Headers)
        {
            if (value.AsSpan().ContainsAny("\r\n\0") || !request.Headers.TryAddWithoutValidation(name, value))
            {
                throw new ArgumentException($"The header '{name}' cannot be sent: its name or its value is invalid in a header, or it describes the content.");
            }
        }
    }
}
