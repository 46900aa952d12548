using System.Threading.Channels;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Output;

/// <summary>Shows a followed session on a terminal until it ends.</summary>
internal static class FollowOutput
{
    /// <summary>The interval between two redraws, even if nothing changes.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Draws while there are items, then reports how the session ended and, on stderr, which values could not be read.</summary>
    public static async Task WriteAsync(
        CommandEnvironment host,
        Func<ScreenSize> size,
        Guid sessionId,
        bool isWide,
        Func<Action<FollowStatus>, IAsyncEnumerable<LogItem>> follow,
        CancellationToken cancellationToken)
    {
        using var warnings = new StringWriter();
        var unreadable = new UnreadableValues(LogItemLayout.Instance.Noun);
        var statuses = Channel.CreateUnbounded<FollowStatus>();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        (host.Warnings, host.HasLiveView) = (warnings, true);
        try
        {
            await ShowAsync();
        }
        finally
        {
            // Warnings are deferred while the area is drawn, and written even after a failure.
            (host.Warnings, host.HasLiveView) = (host.Error, false);
            await host.Error.WriteAsync(warnings.ToString());
        }

        await unreadable.ReportAsync(host.Error);

        async Task ShowAsync()
        {
            await using (var items = follow(status => statuses.Writer.TryWrite(status)).GetAsyncEnumerator(reading.Token))
            {
                using var view = new FollowView(host, size, sessionId, isWide);
                var (tick, polled) = (Task.CompletedTask, Task.CompletedTask);
                while (await RecordOutput.NextAsync(items, DrawUntilAsync, reading))
                {
                    view.Add(items.Current);
                    unreadable.Add(items.Current);
                }

                TakeStatuses();
                view.Conclude();

                async Task DrawUntilAsync(Task next)
                {
                    while (!next.IsCompleted)
                    {
                        TakeStatuses();
                        tick = tick.IsCompleted ? Task.Delay(Tick, host.Time, CancellationToken.None) : tick;
                        polled = polled.IsCompleted ? statuses.Reader.WaitToReadAsync(CancellationToken.None).AsTask() : polled;
                        view.Draw();
                        await Task.WhenAny(next, tick, polled);
                    }
                }

                void TakeStatuses()
                {
                    while (statuses.Reader.TryRead(out var status))
                    {
                        view.Take(status);
                    }
                }
            }
        }
    }
}
