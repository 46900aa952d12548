using LogItems.Export.Health;
using LogItems.Export.Reading;
using LogItems.Export.Scheduling;
using Microsoft.Extensions.Logging;

namespace LogItems.Export.Hosting;

/// <summary>Polls one server, keeps its client between polls, and decides when the next one is due.</summary>
internal sealed partial class ServerWorker(
    ExportServer server, CheckpointStore store, IExportSink sink, ExportOptions options, ServerStatus status, ILogger logger) : IDisposable
{
    /// <summary>The longest delay after consecutive failures, unless the server's interval is longer.</summary>
    private static readonly TimeSpan MaxPause = TimeSpan.FromHours(1);

    private readonly ServerSchedule _schedule = new(
        server.Name,
        server.Interval,
        new ScheduleOptions { TimeProvider = options.TimeProvider, Logger = logger, MaxBackOff = MaxPause, OpenDuration = MaxPause });

    /// <summary>The delay after a poll that could not be stored; doubled each time.</summary>
    private static readonly TimeSpan FirstAttempt = TimeSpan.FromSeconds(30);

    private readonly HashSet<Guid> _failed = [];
    private ServerPoller? _reader;
    private int _notStored;

    /// <summary>Gets whether the last poll failed; the next one may hang until its timeout.</summary>
    public bool HasFailed => _schedule.Failures > 0;

    /// <summary>Polls the server; a failure is logged and part of the result.</summary>
    /// <exception cref="OperationCanceledException">The poll was canceled; the server was released.</exception>
    public async Task<PollResult> PollAsync(ServerLease lease, PollSlot slot, CancellationToken cancellationToken)
    {
        using var polling = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(lease, polling);
        var (started, delay) = (options.TimeProvider.GetTimestamp(), TimeSpan.Zero);
        ServerState? state = null;
        var wasRead = false;
        status.BeginPoll();
        slot.Silence = status.Silence;
        try
        {
            var result = await PollAsync(lease, slot, polling.Token, cancellationToken).ConfigureAwait(false);
            (delay, state) = Report(result);
            wasRead = result.Failure is null;
            ExportMetrics.ReportPoll(OutcomeOf(result), options.TimeProvider.GetElapsedTime(started));
            return result;
        }
        finally
        {
            status.EndPoll(state, wasRead);
            await polling.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
            await ReleaseAsync(lease, delay, wasRead).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }

    private async Task<PollResult> PollAsync(ServerLease lease, PollSlot slot, CancellationToken polling, CancellationToken cancellationToken)
    {
        try
        {
            _reader ??= new ServerPoller(server, store, sink, options, _failed);
            return await _reader.PollAsync(lease, slot, polling).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (polling.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new PollResult(0, 0, 0, LeaseLostException.Of(lease));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (!IsExportFailure(exception))
            {
                // A new client detects the version again, because the server may have been upgraded.
                Dispose();
            }

            return new PollResult(0, 0, 0, exception);
        }
    }

    /// <summary>Determines whether a failure comes from the sink, the checkpoints or the lease rather than from the server.</summary>
    private static bool IsExportFailure(Exception exception) => exception is ExportSinkException or LeaseLostException;

    private static PollOutcome OutcomeOf(PollResult result) => result switch
    {
        { Failure: null } => PollOutcome.Success,
        { FailedSessions: > 0 } => PollOutcome.Partial,
        { Failure: LeaseLostException } => PollOutcome.LeaseLost,
        { Failure: ExportSinkException } => PollOutcome.NotStored,
        _ => PollOutcome.Failed,
    };

    private async Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead)
    {
        try
        {
            await store.ReleaseAsync(lease, delay, wasRead, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogReleaseFailed(logger, server.Name, exception.Message);
        }
    }

    /// <summary>Renews the lease until the poll has ended; ends the poll if the lease is lost.</summary>
    private async Task RenewAsync(ServerLease lease, CancellationTokenSource polling)
    {
        while (true)
        {
            await Task.Delay(store.RenewalInterval, options.TimeProvider, polling.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (polling.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await store.RenewAsync(lease, polling.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (polling.IsCancellationRequested)
            {
                return;
            }
            catch (LeaseLostException)
            {
                await polling.CancelAsync().ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The renewal is retried; if the lease has expired in the meantime, nothing can be stored.
                LogRenewalFailed(logger, server.Name, exception.Message);
            }
        }
    }

    /// <summary>The time to the next poll after one that could not be stored: shorter than the interval at first, as such failures are often short.</summary>
    private TimeSpan NextAttempt()
    {
        var delay = FirstAttempt * Math.Pow(2, Math.Min(_notStored++, 20));
        return delay < server.Interval ? delay : server.Interval;
    }

    /// <summary>Logs the outcome of a poll; returns the time to the next one, and the state of the server if the poll determined it.</summary>
    private (TimeSpan Delay, ServerState? State) Report(PollResult result)
    {
        if (result.Failure is not { } failure || result.FailedSessions > 0)
        {
            _schedule.Succeed();
            _notStored = 0;
            if (result.Failure is { } first)
            {
                LogSessionsFailed(logger, result.FailedSessions, server.Name, first.Message);
            }

            LogPolled(logger, server.Name, result.Sessions, result.Items);
            return (_schedule.Delay, ServerState.Ok);
        }

        if (IsExportFailure(failure))
        {
            LogNotStored(logger, server.Name, failure.Message);
            return (NextAttempt(), null);
        }

        _schedule.Fail(failure.Message);
        return (_schedule.Delay, _schedule.Circuit == CircuitState.Closed ? ServerState.Failing : ServerState.CircuitOpen);
    }

    [LoggerMessage(1, LogLevel.Trace, "The server '{Server}' had {Sessions} sessions and {Items} items that were new or had changed.")]
    private static partial void LogPolled(ILogger logger, string server, int sessions, long items);

    [LoggerMessage(2, LogLevel.Warning, "{Sessions} sessions of the server '{Server}' could not be read and will be retried. {Failure}")]
    private static partial void LogSessionsFailed(ILogger logger, int sessions, string server, string failure);

    [LoggerMessage(3, LogLevel.Warning, "Changes on the server '{Server}' could not be stored and will be read again. {Failure}")]
    private static partial void LogNotStored(ILogger logger, string server, string failure);

    [LoggerMessage(4, LogLevel.Warning, "The lease of the server '{Server}' could not be renewed. {Failure}")]
    private static partial void LogRenewalFailed(ILogger logger, string server, string failure);

    [LoggerMessage(5, LogLevel.Warning, "The server '{Server}' could not be released; it will be read again when the lease expires. {Failure}")]
    private static partial void LogReleaseFailed(ILogger logger, string server, string failure);
}
