using System.Collections.Concurrent;
using LogItems.Export.Otlp;
using LogItems.Export.Otlp.Mapping;
using LogItems.Export.Otlp.Options;
using LogItems.Export.Otlp.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Export;

/// <summary>Exports to an OpenTelemetry receiver by OTLP: items as log records, ended sessions and items as the spans of one trace per session.</summary>
/// <remarks>
/// A batch counts as written when the receiver has accepted all of it, except for invalid records, which are dropped, logged and counted.
/// While the receiver is unavailable, nothing is lost: the items are read from the backup server again, and what was accepted before is not sent again.
/// After a crash, a batch can be sent twice; its traces and spans then have the same identifiers, and its log records the same <c>log.record.uid</c>.
/// </remarks>
public sealed class OtlpSink : IExportSink
{
    private readonly ConcurrentDictionary<string, (Guid Session, ulong Version)> _lastSpans = new();

    /// <summary>What was accepted of a batch that was not accepted as a whole, by server: the identifiers of its log records, and of its spans.</summary>
    private readonly ConcurrentDictionary<string, (HashSet<Guid> Logs, HashSet<Guid> Spans)> _unfinished = new();

    private readonly OtlpSinkOptions _options;
    private readonly HttpMessageHandler? _ownHandler;
    private readonly HttpClient _client;
    private readonly OtlpSender _logs;
    private readonly OtlpSender _spans;

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
        (_logs, _spans) = (CreateSender(OtlpSignal.Logs, logger), CreateSender(OtlpSignal.Spans, logger));
    }

    /// <summary>Sends nothing: the receiver need not be available when the export starts.</summary>
    /// <param name="cancellationToken">Not used.</param>
    public Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        // So that the first rejected record is an increment.
        OtlpMetrics.ReportRejected(OtlpSignal.Logs, 0);
        OtlpMetrics.ReportRejected(OtlpSignal.Spans, 0);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="ExportSinkException">The receiver rejected the batch, or did not accept it within all retries.</exception>
    public async Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var resource = OtlpResource.Encode(batch, _options);
        var before = _unfinished.GetValueOrDefault(batch.Server, ([], []));
        using var logs = new OtlpDelivery(_logs, new OtlpRequest(resource, _options.MaxRequestSize), before.Logs, HasAccepted);
        using var spans = new OtlpDelivery(_spans, new OtlpRequest(resource, _options.MaxRequestSize), before.Spans, HasAccepted);
        try
        {
            await WriteAsync(batch, logs, spans, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _unfinished[batch.Server] = ([.. logs.Settled], [.. spans.Settled]);
            throw;
        }

        _unfinished.TryRemove(batch.Server, out _);
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

    private bool HasAccepted() => _logs.HasAccepted || _spans.HasAccepted;

    private OtlpSender CreateSender(OtlpSignal signal, ILogger? logger)
    {
        var options = _options.For(signal);
        OtlpTransport transport = options.Protocol == OtlpProtocol.Grpc
            ? new GrpcTransport(_client, signal, options)
            : new HttpTransport(_client, signal, options);
        return new OtlpSender(transport, options, logger ?? NullLogger.Instance);
    }

    /// <summary>Writes all log records, and then all spans: what is rejected is told from what a receiver does not take by what it has accepted.</summary>
    private async Task WriteAsync(ExportBatch batch, OtlpDelivery logs, OtlpDelivery spans, CancellationToken cancellationToken)
    {
        List<(ExportSession Record, OtlpSession Session, List<OtlpItem> Items)> sessions = [];
        foreach (var record in batch.Sessions)
        {
            var session = new OtlpSession(batch.Server, record, _options);
            sessions.Add((record, session, [.. record.Items.Select(item => new OtlpItem(session, item, batch.ObservedAt))]));
        }

        if (_options.Signals.HasFlag(OtlpSignals.Logs))
        {
            foreach (var item in sessions.SelectMany(session => session.Items))
            {
                await logs.AddAsync(item, item.RecordId, OtlpItem.WriteLogRecord, cancellationToken).ConfigureAwait(false);
            }

            await logs.SendAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_options.Signals.HasFlag(OtlpSignals.Spans))
        {
            foreach (var (record, session, items) in sessions)
            {
                if (session.HasSpan && !WasSent(batch.Server, record, session))
                {
                    await spans.AddAsync(session, session.RecordId, OtlpSession.WriteSpan, cancellationToken).ConfigureAwait(false);
                }

                foreach (var item in items.Where(item => item.HasSpan))
                {
                    await spans.AddAsync(item, item.RecordId, OtlpItem.WriteSpan, cancellationToken).ConfigureAwait(false);
                }
            }

            await spans.SendAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
