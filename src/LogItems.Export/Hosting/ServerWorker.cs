using System.Globalization;
using LogItems.Export.Reading;
using LogItems.Export.Scheduling;
using Microsoft.Extensions.Logging;

namespace LogItems.Export.Hosting;

/// <summary>Polls one server, keeps its client between the polls, and decides when the next one is due.</summary>
internal sealed partial class ServerWorker(
    ExportServer server, CheckpointStore store, IExportSink sink, ExportOptions options, ILogger logger) : IDisposable
{
    /// <summary>The longest pause after failures in a row, unless the server's interval is longer.</summary>
    private static readonly TimeSpan MaxPause = TimeSpan.FromHours(1);

    private readonly ServerSchedule _schedule = new(
        server.Name,
        server.Interval,
        new ScheduleOptions { TimeProvider = options.TimeProvider, Logger = logger, MaxBackOff = MaxPause, OpenDuration = MaxPause });

    private ServerPoller? _reader;

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
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A new client detects the version anew: the server may have been upgraded.
            Dispose();
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

    private async Task ReleaseAsync(ServerLease lease)
    {
        try
        {
            await store.ReleaseAsync(lease, _schedule.Delay, CancellationToken.None).ConfigureAwait(false);
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
        if (result.Failure is { } failure)
        {
            _schedule.Fail(
                result.FailedSessions == 0
                    ? failure.Message
                    : $"{result.FailedSessions.ToString(CultureInfo.InvariantCulture)} sessions could not be read. {failure.Message}");
            return;
        }

        _schedule.Succeed();
        LogPolled(logger, server.Name, result.Sessions, result.Items);
    }

    [LoggerMessage(1, LogLevel.Trace, "The server '{Server}' had {Sessions} sessions and {Items} items that were new.")]
    private static partial void LogPolled(ILogger logger, string server, int sessions, long items);

    [LoggerMessage(4, LogLevel.Warning, "The lease of the server '{Server}' could not be renewed. {Failure}")]
    private static partial void LogRenewalFailed(ILogger logger, string server, string failure);

    [LoggerMessage(5, LogLevel.Warning, "The server '{Server}' could not be given back; it is read again when the lease expires. {Failure}")]
    private static partial void LogReleaseFailed(ILogger logger, string server, string failure);
}
