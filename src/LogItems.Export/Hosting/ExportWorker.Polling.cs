using System.Collections.Concurrent;
using LogItems.Export.Hosting;
using LogItems.Export.Scheduling;

namespace LogItems.Export;

public sealed partial class ExportWorker
{
    /// <summary>A quarter of the places is for servers whose last poll failed.</summary>
    private const int FailingShare = 4;

    /// <summary>How long to wait where no server is due: another worker may give one back, or lose it.</summary>
    private static readonly TimeSpan IdleDelay = TimeSpan.FromSeconds(1);

    /// <summary>The polls that are running, by server. One whose lease has expired meanwhile must not be polled twice.</summary>
    private readonly ConcurrentDictionary<string, RunningPoll> _polling = [];

    /// <param name="polls">The servers that were polled, where each is to be polled once; else null.</param>
    /// <param name="cancellationToken">Ends the polling.</param>
    private async Task PollAllAsync(HashSet<string>? polls, CancellationToken cancellationToken)
    {
        using var places = new PollPlaces(_options.MaxConcurrency, PollPlaces.Patience, _options.TimeProvider);
        List<Task> running = [];
        try
        {
            while (polls is null || polls.Count < _servers.Count)
            {
                var place = await places.TakeAsync(cancellationToken).ConfigureAwait(false);
                var lease = await TryAcquireAsync(isOnce: polls is not null, place, cancellationToken).ConfigureAwait(false);
                if (lease is not null && polls?.Contains(lease.Server) != true
                    && StartPoll(lease, place, isOnce: polls is not null, cancellationToken) is { } poll)
                {
                    polls?.Add(lease.Server);
                    running.RemoveAll(started => started.IsCompleted);
                    running.Add(poll);
                    continue;
                }

                // None is due; or one that is polled already, whose lease has expired, or that is due again; or one that failed, and others hang.
                place.Dispose();
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
            // Whoever ends the export may dispose of the store and the sink then; polls without a place have to end, too.
            await Task.WhenAll(running).ConfigureAwait(false);
            foreach (var worker in _workers.Values)
            {
                worker.Dispose();
            }
        }
    }

    /// <summary>Starts a poll; null if the server is not to be polled now.</summary>
    private Task? StartPoll(ServerLease lease, PollPlace place, bool isOnce, CancellationToken cancellationToken) =>
        _workers.TryGetValue(lease.Server, out var worker) && MayPoll(worker, isOnce) && _polling.TryAdd(lease.Server, new RunningPoll(place, worker.HasFailed))
            ? PollAsync(worker, lease, place, cancellationToken)
            : null;

    private bool MayPoll(ServerWorker worker, bool isOnce) =>
        isOnce || !worker.HasFailed || _polling.Values.Count(poll => poll.HasFailed && poll.Place.IsHeld) < Math.Max(1, _options.MaxConcurrency / FailingShare);

    /// <summary>Takes a server; where the store fails, none, so that a database that restarts does not end the export.</summary>
    private async Task<ServerLease?> TryAcquireAsync(bool isOnce, PollPlace place, CancellationToken cancellationToken)
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
            place.Dispose();
            throw;
        }
    }

    private async Task GiveBackAsync(ServerLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await _store.ReleaseAsync(lease, PollPlaces.Patience, wasRead: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogStoreFailed(_logger, exception.Message);
        }
    }

    private async Task PollAsync(ServerWorker worker, ServerLease lease, PollPlace place, CancellationToken cancellationToken)
    {
        try
        {
            // What it does before its first wait must not keep the other servers waiting.
            await Task.Yield();
            var started = _options.TimeProvider.GetTimestamp();
            var result = await worker.PollAsync(lease, place, cancellationToken).ConfigureAwait(false);
            Status.StoreOutage.Succeed(lease.Server, _options.TimeProvider.GetElapsedTime(started));
            if (result.Failure is null)
            {
                // What could not be delivered was delivered since, or is gone.
                Status.SinkOutage.Succeed(lease.Server);
            }

            Polled?.Invoke(lease.Server, result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // RunAsync reports it.
        }
        catch (Exception exception)
        {
            // A handler of the event, or of the log, has failed.
            LogPollFailed(_logger, lease.Server, exception);
        }
        finally
        {
            _polling.TryRemove(lease.Server, out _);
            place.Dispose();
        }
    }

    /// <summary>Loads at times how recently other workers have read the servers, until it is cancelled; no longer where the store cannot be shared.</summary>
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
                        // What could not be delivered was delivered by another worker, or is gone.
                        Status.SinkOutage.Succeed(progress.Server, age);
                        Status.StoreOutage.Succeed(progress.Server, age);
                    }
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The worker tries the store all the time, and logs that it is away; what is known stays as it was.
            }

            await Task.Delay(_store.RenewalInterval, _options.TimeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed record RunningPoll(PollPlace Place, bool HasFailed);
}
