using System.Threading.Channels;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Output;

/// <summary>Shows a followed session on a terminal until it ends.</summary>
internal static class FollowOutput
{
    /// <summary>The interval between two drawings, even when nothing changes.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Draws while there are items, then reports how the session ended and, on stderr, what could not be read.</summary>
    public static async Task WriteAsync(
        CommandEnvironment host,
        Func<ScreenSize> size,
        Guid sessionId,
        Func<Action<FollowStatus>, IAsyncEnumerable<LogItem>> follow,
        CancellationToken cancellationToken)
    {
        using var warnings = new StringWriter();
        var unreadable = new UnreadableValues(LogItemLayout.Instance.Noun);
        var looks = Channel.CreateUnbounded<FollowStatus>();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        host.Warnings = warnings;
        try
        {
            await ShowAsync();
        }
        finally
        {
            // Held back as long as there was an area to be drawn; also those before a failure.
            host.Warnings = host.Error;
            await host.Error.WriteAsync(warnings.ToString());
        }

        await unreadable.ReportAsync(host.Error);

        async Task ShowAsync()
        {
            await using (var items = follow(look => looks.Writer.TryWrite(look)).GetAsyncEnumerator(reading.Token))
            {
                using var view = new FollowView(host, size, sessionId);
                var (tick, looked) = (Task.CompletedTask, Task.CompletedTask);
                while (await RecordOutput.NextAsync(items, DrawUntilAsync, reading))
                {
                    view.Add(items.Current);
                    unreadable.Add(items.Current);
                }

                TakeLooks();
                view.Conclude();

                async Task DrawUntilAsync(Task next)
                {
                    while (!next.IsCompleted)
                    {
                        TakeLooks();
                        tick = tick.IsCompleted ? Task.Delay(Tick, host.Time, CancellationToken.None) : tick;
                        looked = looked.IsCompleted ? looks.Reader.WaitToReadAsync(CancellationToken.None).AsTask() : looked;
                        view.Draw();
                        await Task.WhenAny(next, tick, looked);
                    }
                }

                void TakeLooks()
                {
                    while (looks.Reader.TryRead(out var look))
                    {
                        view.Take(look);
                    }
                }
            }
        }
    }
}
