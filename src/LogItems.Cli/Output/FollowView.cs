using LogItems.Cli.Hosting;

namespace LogItems.Cli.Output;

/// <summary>A session on a terminal while it runs: items that have ended scroll by, below them stands what goes on now.</summary>
internal sealed partial class FollowView : IDisposable
{
    /// <summary>So many items that run are shown at most.</summary>
    private const int MostRunning = 10;

    /// <summary>The lines of the area beside the items that run, and one for an item that has ended.</summary>
    private const int OtherLines = 5;

    private readonly TimeProvider _time;
    private readonly Func<ScreenSize> _size;
    private readonly Screen _screen;
    private readonly LiveArea _area;
    private readonly TableRecordWriter<LogItem> _table;
    private readonly FollowedSession _session;
    private FollowStatus? _look;
    private long _lookedAt;
    private bool _hasHeader;

    public FollowView(CommandEnvironment host, Func<ScreenSize> size, Guid sessionId)
    {
        (_time, _size) = (host.Time, size);
        _screen = new Screen(host);
        _area = new LiveArea(host, size);
        _table = new TableRecordWriter<LogItem>(_screen, LogItemLayout.Instance.Columns, width: null);
        _session = new FollowedSession(sessionId);
    }

    /// <summary>Takes an item; one that has ended gets a line that stays.</summary>
    public void Add(LogItem item)
    {
        if (_session.Add(item))
        {
            _area.Erase();
            Write(item);
        }
    }

    /// <summary>Takes how it stands after a look.</summary>
    public void Take(FollowStatus look) => (_look, _lookedAt) = (look, _time.GetTimestamp());

    /// <summary>Draws what goes on now.</summary>
    public void Draw()
    {
        var running = _session.Running;
        var room = Math.Clamp(_area.Room - OtherLines, 0, MostRunning);
        var shown = running.Count <= room ? running.Count : Math.Max(0, room - 1);
        _area.Draw(
        [
            [(new string('─', _size().Width), Dim)],
            SessionLine(),
            CountLine(),
            .. running.Take(shown).Select(ItemLine),
            .. MoreLines(running.Count - shown),
            ClientLine(),
        ]);
    }

    /// <summary>Says in one line how the session has ended, below the items that never did.</summary>
    public void Conclude()
    {
        _area.Erase();
        foreach (var item in _session.Running)
        {
            Write(item);
        }

        _screen.WriteLine(SummaryLine());
    }

    public void Dispose() => _area.Dispose();

    private void Write(LogItem item)
    {
        if (!_hasHeader)
        {
            _table.Begin();
            _hasHeader = true;
        }

        _table.Write(item);
    }
}
