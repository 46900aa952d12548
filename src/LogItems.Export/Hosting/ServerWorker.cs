using LogItems.Export.Reading;
using Microsoft.Extensions.Logging;

namespace LogItems.Export.Hosting;

/// <summary>Polls one server, keeps its client between the polls, and decides when the next one is due.</summary>
internal sealed partial class ServerWorker(
    ExportServer server, CheckpointStore store, IExportSink sink, ExportOptions options, ILogger logger) : IDisposable
{
    /// <summary>The longest pause after failures in a row, unless the server's interval is longer.</summary>
    private static readonly TimeSpan MaxPause = TimeSpan.FromHours(1);

    private ServerPoller? _reader;
    private int _failures;

    /// <summary>Polls the server; a failure is logged and part of the result.</summary>
    public async Task<PollResult> PollAsync(ServerLease lease, CancellationToken cancellationToken)
    {
        using var polling = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(lease, polling);
        PollResult result;
        try
        {
            _reader ??= new ServerPoller(server, store, sink, options);
            result = await _reader.PollAsync(lease, polling.Token).ConfigureAwait(false);
            _failures = result.FailedSessions == 0 ? 0 : _failures + 1;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A new client detects the version anew: the server may have been upgraded.
            Dispose();
            _failures++;
            result = new PollResult(0, 0, 0, exception);
        }

        await polling.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(false);
        Report(result);
        await ReleaseAsync(lease).ConfigureAwait(false);
        return result;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }

    /// <summary>The interval, after failures as many times as long, and up to a tenth more so that not all servers are due at the same time.</summary>
    private TimeSpan NextDelay()
    {
        var pause = server.Interval * Math.Pow(2, Math.Min(_failures, 16));
        var longest = server.Interval > MaxPause ? server.Interval : MaxPause;
        return (pause < longest ? pause : longest) * (1 + (Random.Shared.NextDouble() / 10));
    }

    private async Task ReleaseAsync(ServerLease lease)
    {
        try
        {
            await store.ReleaseAsync(lease, NextDelay(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogReleaseFailed(logger, server.Name, exception.Message);
        }
    }

    private async Task RenewAsync(ServerLease lease, CancellationTokenSource polling)
    {
        try
        {
            while (true)
            {
                await Task.Delay(store.RenewalInterval, options.TimeProvider, polling.Token).ConfigureAwait(false);
                await store.RenewAsync(lease, polling.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The poll has ended.
        }
        catch (LeaseLostException)
        {
            await polling.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whether the lease is still there is checked again when the poll stores something.
            LogRenewalFailed(logger, server.Name, exception.Message);
        }
    }

    private void Report(PollResult result)
    {
        switch (result)
        {
            case { Failure: { } failure, FailedSessions: > 0 and var sessions }:
                LogSessionsFailed(logger, sessions, server.Name, failure.Message);
                break;
            case { Failure: { } failure }:
                LogPollFailed(logger, server.Name, _failures, failure.Message);
                break;
            default:
                LogPolled(logger, server.Name, result.Sessions, result.Items);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "The server '{Server}' had {Sessions} sessions and {Items} items that were new.")]
    private static partial void LogPolled(ILogger logger, string server, int sessions, long items);

    [LoggerMessage(2, LogLevel.Warning, "{Sessions} sessions of the server '{Server}' could not be read and are tried again. {Failure}")]
    private static partial void LogSessionsFailed(ILogger logger, int sessions, string server, string failure);

    [LoggerMessage(3, LogLevel.Warning, "Exporting from the server '{Server}' failed, {Failures} times in a row now. {Failure}")]
    private static partial void LogPollFailed(ILogger logger, string server, int failures, string failure);

    [LoggerMessage(4, LogLevel.Warning, "The lease of the server '{Server}' could not be renewed. {Failure}")]
    private static partial void LogRenewalFailed(ILogger logger, string server, string failure);

    [LoggerMessage(5, LogLevel.Warning, "The server '{Server}' could not be given back; it is read again when the lease expires. {Failure}")]
    private static partial void LogReleaseFailed(ILogger logger, string server, string failure);
}
