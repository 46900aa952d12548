namespace LogItems.Export.Scheduling;

/// <summary>Polls each server of a fleet by its own schedule, some at the same time.</summary>
/// <remarks>
/// Servers whose last poll failed share a part of the places of their own, so that those that hang until their timeout do not delay servers that work.
/// </remarks>
internal sealed class FleetScheduler
{
    /// <summary>A quarter of the places is for servers whose last poll failed.</summary>
    private const int FailingShare = 4;

    private readonly Fleet _fleet;
    private readonly Dictionary<string, ServerSchedule> _schedules;

    public FleetScheduler(Fleet fleet, ScheduleOptions options)
    {
        _fleet = fleet;
        _schedules = fleet.Servers.ToDictionary(server => server.Name, server => new ServerSchedule(server, options), StringComparer.Ordinal);
    }

    /// <summary>The schedules by the names of the servers.</summary>
    public IReadOnlyDictionary<string, ServerSchedule> Schedules => _schedules;

    /// <summary>Polls until it is canceled.</summary>
    /// <param name="pollAsync">Polls a server; every exception is a failure of the server, and its message is logged.</param>
    /// <param name="cancellationToken">Ends the polling.</param>
    public async Task RunAsync(Func<FleetServer, CancellationToken, Task> pollAsync, CancellationToken cancellationToken)
    {
        var failingPlaces = _fleet.MaxConcurrency == 1 ? 0 : Math.Max(1, _fleet.MaxConcurrency / FailingShare);
        using var working = new SemaphoreSlim(_fleet.MaxConcurrency - failingPlaces);
        using var failing = failingPlaces == 0 ? null : new SemaphoreSlim(failingPlaces);
        await Task.WhenAll(_fleet.Servers.Select(server => RunAsync(server, pollAsync, working, failing ?? working, cancellationToken))).ConfigureAwait(false);
    }

    private async Task RunAsync(
        FleetServer server,
        Func<FleetServer, CancellationToken, Task> pollAsync,
        SemaphoreSlim working,
        SemaphoreSlim failing,
        CancellationToken cancellationToken)
    {
        var schedule = _schedules[server.Name];
        while (true)
        {
            await schedule.WaitAsync(cancellationToken).ConfigureAwait(false);
            var places = schedule.Failures == 0 ? working : failing;
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await pollAsync(server, cancellationToken).ConfigureAwait(false);
                schedule.Succeed();
            }
            catch (Exception exception)
            {
                // The end of the polling is no failure of the server.
                cancellationToken.ThrowIfCancellationRequested();
                schedule.Fail(exception.Message);
            }
            finally
            {
                places.Release();
            }
        }
    }
}
