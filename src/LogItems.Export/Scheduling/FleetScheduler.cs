namespace LogItems.Export.Scheduling;

/// <summary>Polls each server of a fleet by its own schedule, some at the same time.</summary>
/// <remarks>
/// Servers that do not work do not delay those that do: one that has not been read yet, or whose last poll failed, has to be reached before it takes a
/// place, and servers whose last poll failed share a part of the places of their own.
/// </remarks>
internal sealed class FleetScheduler
{
    /// <summary>A quarter of the places is for servers whose last poll failed.</summary>
    private const int FailingShare = 4;

    /// <summary>Connecting to a server costs little, so many connections may hang at the same time.</summary>
    private const int ReachingPlaces = 64;

    private readonly Fleet _fleet;
    private readonly Dictionary<string, ServerSchedule> _schedules;

    public FleetScheduler(Fleet fleet, ScheduleOptions options)
    {
        _fleet = fleet;
        _schedules = fleet.Servers.ToDictionary(
            server => server.Name, server => new ServerSchedule(server.Name, server.Interval, options), StringComparer.Ordinal);
    }

    /// <summary>The schedules by the names of the servers.</summary>
    public IReadOnlyDictionary<string, ServerSchedule> Schedules => _schedules;

    /// <summary>Polls until it is canceled.</summary>
    /// <param name="pollAsync">Polls a server; every exception is a failure of the server, and its message is logged.</param>
    /// <param name="cancellationToken">Ends the polling.</param>
    public Task RunAsync(Func<FleetServer, CancellationToken, Task> pollAsync, CancellationToken cancellationToken) =>
        RunAsync(pollAsync, reachAsync: null, cancellationToken);

    /// <summary>Polls until it is canceled, and reaches servers that may not work before they take a place.</summary>
    /// <param name="pollAsync">Polls a server; every exception is a failure of the server, and its message is logged.</param>
    /// <param name="reachAsync">
    /// Reaches a server within some seconds, before it is polled for the first time or after a failure; exceptions are as those of a poll. Null for none.
    /// </param>
    /// <param name="cancellationToken">Ends the polling.</param>
    public async Task RunAsync(
        Func<FleetServer, CancellationToken, Task> pollAsync,
        Func<FleetServer, CancellationToken, Task>? reachAsync,
        CancellationToken cancellationToken)
    {
        var failingPlaces = _fleet.MaxConcurrency == 1 ? 0 : Math.Max(1, _fleet.MaxConcurrency / FailingShare);
        using var reaching = new SemaphoreSlim(ReachingPlaces);
        using var working = new SemaphoreSlim(_fleet.MaxConcurrency - failingPlaces);
        using var failing = failingPlaces == 0 ? null : new SemaphoreSlim(failingPlaces);
        await Task.WhenAll(_fleet.Servers.Select(RunAsync)).ConfigureAwait(false);

        async Task RunAsync(FleetServer server)
        {
            var schedule = _schedules[server.Name];
            while (true)
            {
                await schedule.WaitAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    if (!schedule.IsProven && reachAsync is not null)
                    {
                        await InPlaceAsync(reaching, reachAsync, server, cancellationToken).ConfigureAwait(false);
                    }

                    await InPlaceAsync(schedule.Failures == 0 ? working : failing ?? working, pollAsync, server, cancellationToken).ConfigureAwait(false);
                    schedule.Succeed();
                }
                catch (Exception exception)
                {
                    // The end of the polling is not a failure of the server.
                    cancellationToken.ThrowIfCancellationRequested();
                    schedule.Fail(exception.Message);
                }
            }
        }
    }

    private static async Task InPlaceAsync(
        SemaphoreSlim places, Func<FleetServer, CancellationToken, Task> workAsync, FleetServer server, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await workAsync(server, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            places.Release();
        }
    }
}
