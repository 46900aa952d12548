namespace LogItems.Export.Scheduling;

/// <summary>Polls each server of a fleet by its own schedule, some at the same time.</summary>
/// <remarks>
/// Servers that do not work do not delay those that do: one that has not been read yet, or whose last poll failed, has to respond before it takes one of the
/// places of <see cref="Fleet.MaxConcurrency"/>, and a poll that takes long gives its place to another.
/// </remarks>
internal sealed class FleetScheduler
{
    /// <summary>The number of servers that are asked to respond at the same time: a small request costs little.</summary>
    private const int ReachingPlaces = 64;

    /// <summary>How long a server is waited for before another is asked as well.</summary>
    private static readonly TimeSpan ReachingPatience = TimeSpan.FromSeconds(1);

    private readonly Fleet _fleet;
    private readonly ScheduleOptions _options;
    private readonly Dictionary<string, ServerSchedule> _schedules;

    public FleetScheduler(Fleet fleet, ScheduleOptions options)
    {
        (_fleet, _options) = (fleet, options);
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

    /// <summary>Polls until it is canceled, and asks servers that may not work to respond before they take a place.</summary>
    /// <param name="pollAsync">Polls a server; every exception is a failure of the server, and its message is logged.</param>
    /// <param name="reachAsync">
    /// Waits until a server has responded, before it is polled for the first time or after a failure; exceptions are as those of a poll. Null for none.
    /// </param>
    /// <param name="cancellationToken">Ends the polling.</param>
    public async Task RunAsync(
        Func<FleetServer, CancellationToken, Task> pollAsync,
        Func<FleetServer, CancellationToken, Task>? reachAsync,
        CancellationToken cancellationToken)
    {
        using var reaching = new PollPlaces(ReachingPlaces, ReachingPatience, _options.TimeProvider);
        using var places = new PollPlaces(_fleet.MaxConcurrency, PollPlaces.Patience, _options.TimeProvider);
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

                    await InPlaceAsync(places, pollAsync, server, cancellationToken).ConfigureAwait(false);
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
        PollPlaces places, Func<FleetServer, CancellationToken, Task> workAsync, FleetServer server, CancellationToken cancellationToken)
    {
        using var place = await places.TakeAsync(cancellationToken).ConfigureAwait(false);
        await place.RunAsync(() => workAsync(server, cancellationToken)).ConfigureAwait(false);
    }
}
