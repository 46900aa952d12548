using System.Collections.Concurrent;
using LogItems.Export.Hosting;
using LogItems.Export.Scheduling;

namespace LogItems.Export;

public sealed partial class ExportWorker
{
    /// <summary>A quarter of the slots is for servers whose last poll failed.</summary>
    private const int FailingShare = 4;

    /// <summary>The delay while no server is due: another worker may release one, or lose its lease.</summary>
    private static readonly TimeSpan IdleDelay = TimeSpan.FromSeconds(1);

    /// <summary>The running polls by server. A server whose lease has expired in the meantime must not be polled twice.</summary>
    private readonly ConcurrentDictionary<string, RunningPoll> _polling = [];

    /// <param name="polls">Receives the polled servers if each is to be polled once; null to poll continuously.</param>
    /// <param name="cancellationToken">Cancels polling.</param>
    private async Task PollAllAsync(HashSet<string>? polls, CancellationToken cancellationToken)
    {
        using var slots = new PollSlots(_options.MaxConcurrency, PollSlots.YieldAfter, _options.TimeProvider);
        List<Task> running = [];
        try
        {
            while (polls is null || polls.Count < _servers.Count)
            {
                var slot = await slots.TakeAsync(cancellationToken).ConfigureAwait(false);
                var lease = await TryAcquireAsync(isOnce: polls is not null, slot, cancellationToken).ConfigureAwait(false);
                if (lease is not null && polls?.Contains(lease.Server) != true
                    && StartPoll(lease, slot, isOnce: polls is not null, cancellationToken) is { } poll)
                {
                    polls?.Add(lease.Server);
                    running.RemoveAll(started => started.IsCompleted);
                    running.Add(poll);
                    continue;
                }

                // No server is due; or the server is still being polled; or it has failed, and failing servers already use their share.
                slot.Dispose();
                if (lease is not null)
                {
                    await GiveBackAsync(lease, cancellationToken).ConfigureAwait(false);
                }

                if (polls is not null)
                {
                    break;
                }

                if (lease is null)
                {
                    await Task.Delay(IdleDelay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            // The caller may dispose of the store and the sink afterwards, so polls without a slot must end too.
            await Task.WhenAll(running).ConfigureAwait(false);
            foreach (var worker in _workers.Values)
            {
                worker.Dispose();
            }
        }
    }

    /// <summary>Starts a poll; null if the server must not be polled now.</summary>
    private Task? StartPoll(ServerLease lease, PollSlot slot, bool isOnce, CancellationToken cancellationToken) =>
        _workers.TryGetValue(lease.Server, out var worker) && MayPoll(worker, isOnce) && _polling.TryAdd(lease.Server, new RunningPoll(slot, worker.HasFailed))
            ? PollAsync(worker, lease, slot, cancellationToken)
            : null;

    private bool MayPoll(ServerWorker worker, bool isOnce) =>
        isOnce || !worker.HasFailed || _polling.Values.Count(poll => poll.HasFailed && poll.Slot.IsHeld) < Math.Max(1, _options.MaxConcurrency / FailingShare);

    /// <summary>Leases a server; none if the store fails, so that a restart of the database does not end the export.</summary>
    private async Task<ServerLease?> TryAcquireAsync(bool isOnce, PollSlot slot, CancellationToken cancellationToken)
    {
        try
        {
            return await _store.TryAcquireAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!isOnce && exception is not OperationCanceledException)
        {
            LogStoreFailed(_logger, exception.Message);
            return null;
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    private async Task GiveBackAsync(ServerLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await _store.ReleaseAsync(lease, PollSlots.YieldAfter, wasRead: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogStoreFailed(_logger, exception.Message);
        }
    }

    private async Task PollAsync(ServerWorker worker, ServerLease lease, PollSlot slot, CancellationToken cancellationToken)
    {
        try
        {
            // Its synchronous part must not delay the other servers.
            await Task.Yield();
            var started = _options.TimeProvider.GetTimestamp();
            var result = await worker.PollAsync(lease, slot, cancellationToken).ConfigureAwait(false);
            Status.StoreOutage.Succeed(lease.Server, _options.TimeProvider.GetElapsedTime(started));
            if (result.Failure is null)
            {
                // Undelivered changes have since been delivered, or no longer exist.
                Status.SinkOutage.Succeed(lease.Server);
            }

            Polled?.Invoke(lease.Server, result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // RunAsync reports the failure.
        }
        catch (Exception exception)
        {
            // An event handler or a logger has failed.
            LogPollFailed(_logger, lease.Server, exception);
        }
        finally
        {
            _polling.TryRemove(lease.Server, out _);
            slot.Dispose();
        }
    }

    /// <summary>Periodically loads the progress of other workers, until it is canceled; ends if the store cannot be shared.</summary>
    private async Task FollowOthersAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await _store.LoadProgressAsync(cancellationToken).ConfigureAwait(false) is not { } loaded)
                {
                    return;
                }

                foreach (var progress in loaded)
                {
                    Status.Servers.GetValueOrDefault(progress.Server)?.Add(progress);
                    if (progress.Age is { } age)
                    {
                        // Undelivered changes have been delivered by another worker, or no longer exist.
                        Status.SinkOutage.Succeed(progress.Server, age);
                        Status.StoreOutage.Succeed(progress.Server, age);
                    }
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The worker itself retries the store and logs its outage; the status remains unchanged.
            }

            await Task.Delay(_store.RenewalInterval, _options.TimeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed record RunningPoll(PollSlot Slot, bool HasFailed);
}
