using System.Collections.Concurrent;
using LogItems;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WorkerSample;

/// <summary>Polls for running sessions and follows each of them until it ends.</summary>
internal sealed class SessionWatcher(ILogItemsClient client, IConfiguration configuration, ILogger<SessionWatcher> logger) : BackgroundService
{
    private readonly TimeSpan _interval = configuration.GetValue("PollingInterval", TimeSpan.FromMinutes(1));
    private readonly ConcurrentDictionary<Guid, Task> _followed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        do
        {
            await FollowNewSessionsAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FollowNewSessionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var session in client.GetJobSessionsAsync(JobSessionStatus.Running, cancellationToken: cancellationToken))
            {
                _ = _followed.GetOrAdd(session.Id, id => FollowAsync(id, cancellationToken));
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The client has already retried; the next poll may succeed.
            logger.LogError(exception, "Cannot read the sessions.");
        }
    }

    private async Task FollowAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        logger.LogInformation("Following session {SessionId}.", sessionId);
        try
        {
            await foreach (var item in client.FollowLogItemsAsync(sessionId, cancellationToken: cancellationToken))
            {
                if (item is { IsRunning: false, Level: LogItemLevel.Warning or LogItemLevel.Error })
                {
                    logger.LogWarning("Session {SessionId}: {Level} {Text}", sessionId, item.Level, item.Text);
                }
            }

            logger.LogInformation("Session {SessionId} ended.", sessionId);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Cannot follow session {SessionId}.", sessionId);
        }
        finally
        {
            _followed.TryRemove(sessionId, out _);
        }
    }
}
