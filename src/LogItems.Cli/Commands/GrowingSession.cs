using System.Globalization;
using LogItems.FakeServer;

namespace LogItems.Cli.Commands;

/// <summary>A synthetic session that starts now, grows and ends, for trying follow.</summary>
internal sealed class GrowingSession
{
    /// <summary>The number of items that are running at the same time.</summary>
    private const int Parallel = 3;

    private readonly TimeProvider _time;
    private readonly TimeSpan _duration;
    private readonly IReadOnlyList<FakeLogItem> _items;

    /// <summary>Creates a session with the ID and the items of another one and the given duration.</summary>
    public GrowingSession(FakeSession model, TimeSpan duration, TimeProvider time)
    {
        (_time, _duration, _items) = (time, duration, model.Items);
        Session = new FakeSession
        {
            Id = model.Id, Details = model.Details, JobId = model.JobId, CreationTime = time.GetLocalNow(), Status = "Running",
        };
    }

    /// <summary>The session to serve.</summary>
    public FakeSession Session { get; }

    /// <summary>Lets the session grow until it ends or the operation is canceled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await GrowAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task GrowAsync(CancellationToken cancellationToken)
    {
        var running = new Queue<FakeLogItem>();
        for (var index = 0; index < _items.Count; index++)
        {
            await WaitUntilAsync(_duration * index / _items.Count, cancellationToken);
            if (running.Count == Parallel)
            {
                End(running.Dequeue());
            }

            running.Enqueue(AtPresent(_items[index]));
            Session.AddItem(running.Last() with { Type = "Running", EndTime = null });
        }

        await WaitUntilAsync(_duration, cancellationToken);
        while (running.TryDequeue(out var item))
        {
            End(item);
        }

        Session.Finish(Outcome(), _time.GetLocalNow());
    }

    /// <summary>Moves an item to the current time, including the time in its text.</summary>
    private FakeLogItem AtPresent(FakeLogItem item)
    {
        var now = _time.GetLocalNow();
        return item with { CreationTime = now, Message = item.Message.Replace(Clock(item.CreationTime), Clock(now), StringComparison.Ordinal) };
    }

    private static string Clock(DateTimeOffset time) => time.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);

    private string Outcome()
    {
        var levels = Session.Items.Select(item => item.Type).ToHashSet();
        return levels.Contains("Error") ? "Failed" : levels.Contains("Warning") ? "Warning" : "Success";
    }

    private void End(FakeLogItem item) =>
        Session.UpdateItem(item with { Type = item.Type == "Running" ? "Success" : item.Type, EndTime = _time.GetLocalNow() });

    private async Task WaitUntilAsync(TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var wait = Session.CreationTime + elapsed - _time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _time, cancellationToken);
        }
    }
}
