using System.Collections.Concurrent;
using LogItems.Export.Otlp.Mapping;
using LogItems.Export.Otlp.Options;
using LogItems.Export.Otlp.Sending;
using LogItems.Export.Otlp.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Export;

/// <summary>Exports to an OpenTelemetry receiver by OTLP: items as log records, ended sessions and items as the spans of one trace per session.</summary>
/// <remarks>
/// A batch counts as written when the receiver has accepted all of it. While the receiver is unavailable, nothing counts as written, so nothing
/// is lost: the items are read from the backup server again. After a crash, a batch can be sent twice; its traces and spans then have
/// the same identifiers, and its log records the same <c>log.record.uid</c>.
/// </remarks>
public sealed class OtlpSink : IExportSink
{
    private readonly ConcurrentDictionary<string, (Guid Session, ulong Version)> _lastSpans = new();
    private readonly OtlpSinkOptions _options;
    private readonly HttpMessageHandler? _ownHandler;
    private readonly HttpClient _client;
    private readonly OtlpSender _sender;

    /// <summary>Creates a sink.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <param name="logger">The logger of rejected records and of retries; null for none.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public OtlpSink(OtlpSinkOptions? options = null, ILogger? logger = null)
    {
        _options = options ?? new OtlpSinkOptions();
        _options.ThrowIfInvalid();
        _ownHandler = _options.Handler is null ? CreateHandler() : null;
        _client = new HttpClient(_options.Handler ?? _ownHandler!, disposeHandler: false)
        {
            // Each attempt has its own timeout, by the clock of the settings.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 1024 * 1024,
        };
        OtlpTransport transport = _options.Protocol == OtlpProtocol.Grpc ? new GrpcTransport(_client, _options) : new HttpTransport(_client, _options);
        _sender = new OtlpSender(transport, _options, logger ?? NullLogger.Instance);
    }

    /// <summary>Does nothing: the receiver need not be available when the export starts.</summary>
    /// <param name="cancellationToken">Not used.</param>
    public Task InitializeAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc/>
    /// <exception cref="ExportSinkException">The receiver rejected the batch, or did not accept it within all retries.</exception>
    public async Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var resource = OtlpResource.Encode(batch, _options);
        using var logs = new OtlpRequest(resource, _options.MaxRequestSize);
        using var spans = new OtlpRequest(resource, _options.MaxRequestSize);
        foreach (var record in batch.Sessions)
        {
            var session = new OtlpSession(batch.Server, record, _options);
            if (_options.Signals.HasFlag(OtlpSignals.Spans) && session.HasSpan && !WasSent(batch.Server, record, session))
            {
                await AddAsync(OtlpSignal.Spans, spans, session, OtlpSession.WriteSpan, cancellationToken).ConfigureAwait(false);
            }

            foreach (var entry in record.Items)
            {
                var item = new OtlpItem(session, entry, batch.ObservedAt);
                if (_options.Signals.HasFlag(OtlpSignals.Logs))
                {
                    await AddAsync(OtlpSignal.Logs, logs, item, OtlpItem.WriteLogRecord, cancellationToken).ConfigureAwait(false);
                }

                if (_options.Signals.HasFlag(OtlpSignals.Spans) && item.HasSpan)
                {
                    await AddAsync(OtlpSignal.Spans, spans, item, OtlpItem.WriteSpan, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        await SendAsync(OtlpSignal.Logs, logs, cancellationToken).ConfigureAwait(false);
        await SendAsync(OtlpSignal.Spans, spans, cancellationToken).ConfigureAwait(false);
        if (batch.Sessions is [.., var last])
        {
            _lastSpans[batch.Server] = (last.Session.Id, new OtlpSession(batch.Server, last, _options).Version);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _ownHandler?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
    };

    /// <summary>Gets whether the span of a session was sent with the previous batch: a session with many items is in several consecutive batches.</summary>
    private bool WasSent(string server, ExportSession record, OtlpSession session) =>
        _lastSpans.TryGetValue(server, out var last) && last == (record.Session.Id, session.Version);

    private async ValueTask AddAsync<T>(
        OtlpSignal signal, OtlpRequest request, T record, Action<ProtoWriter, T> write, CancellationToken cancellationToken)
    {
        if (!request.TryAdd(record, write))
        {
            await SendAsync(signal, request, cancellationToken).ConfigureAwait(false);
            request.TryAdd(record, write);
        }
    }

    private async Task SendAsync(OtlpSignal signal, OtlpRequest request, CancellationToken cancellationToken)
    {
        if (request.Count > 0)
        {
            await _sender.SendAsync(signal, request.Complete(), request.Count, cancellationToken).ConfigureAwait(false);
            request.Clear();
        }
    }
}
