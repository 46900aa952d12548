namespace LogItems.Export.Scheduling;

/// <summary>Polls each server of a fleet on its own schedule, several at the same time.</summary>
/// <remarks>
/// Servers that do not work do not delay those that do: one that has not been read yet, or whose last poll failed, has to respond before it takes one of the
/// slots of <see cref="Fleet.MaxConcurrency"/>, and a poll that takes long gives its slot to another.
/// </remarks>
internal sealed class FleetScheduler
{
    private readonly Fleet _fleet;
    private readonly ScheduleOptions _options;
    private readonly Dictionary<string, ServerSchedule> _schedules;

    public FleetScheduler(Fleet fleet, ScheduleOptions options)
    {
        (_fleet, _options) = (fleet, options);
        _schedules = fleet.Servers.ToDictionary(
            server => server.Name, server => new ServerSchedule(server.Name, server.Interval, options), StringComparer.Ordinal);
    }

    /// <summary>The schedules by server name.</summary>
    public IReadOnlyDictionary<string, ServerSchedule> Schedules => _schedules;

    /// <summary>Polls until it is canceled.</summary>
    /// <param name="pollAsync">Polls a server; every exception is a failure of the server, and its message is logged.</param>
    /// <param name="cancellationToken">Cancels polling.</param>
    public Task RunAsync(Func<FleetServer, CancellationToken, Task> pollAsync, CancellationToken cancellationToken) =>
        RunAsync(pollAsync, reachAsync: null, cancellationToken);

    /// <summary>Polls until it is canceled, and asks servers that may not work to respond before they take a slot.</summary>
    /// <param name="pollAsync">Polls a server; every exception is a failure of the server, and its message is logged.</param>
    /// <param name="reachAsync">
    /// Waits until a server has responded, before it is polled for the first time or after a failure; exceptions are as those of a poll. Null for none.
    /// </param>
    /// <param name="cancellationToken">Cancels polling.</param>
    public async Task RunAsync(
        Func<FleetServer, CancellationToken, Task> pollAsync,
        Func<FleetServer, CancellationToken, Task>? reachAsync,
        CancellationToken cancellationToken)
    {
        using var reaching = PollSlots.ForReaching(_options.TimeProvider);
        using var slots = new PollSlots(_fleet.MaxConcurrency, PollSlots.YieldAfter, _options.TimeProvider);
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
                        await InSlotAsync(reaching, reachAsync, server, cancellationToken).ConfigureAwait(false);
                    }

                    await InSlotAsync(slots, pollAsync, server, cancellationToken).ConfigureAwait(false);
                    schedule.Succeed();
                }
                catch (Exception exception)
                {
                    // The end of polling is not a failure of the server.
                    cancellationToken.ThrowIfCancellationRequested();
                    schedule.Fail(exception.Message);
                }
            }
        }
    }

    private static async Task InSlotAsync(
        PollSlots slots, Func<FleetServer, CancellationToken, Task> workAsync, FleetServer server, CancellationToken cancellationToken)
    {
        using var slot = await slots.TakeAsync(cancellationToken).ConfigureAwait(false);
        await slot.RunAsync(() => workAsync(server, cancellationToken)).ConfigureAwait(false);
    }
}
