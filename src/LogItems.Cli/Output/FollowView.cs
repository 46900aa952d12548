using LogItems.Cli.Hosting;

namespace LogItems.Cli.Output;

/// <summary>A running session on a terminal: finished items scroll by above a live area of running ones.</summary>
internal sealed partial class FollowView : IDisposable
{
    /// <summary>The maximum number of running items to show.</summary>
    private const int MaxRunningItems = 10;

    /// <summary>The number of lines besides the running items, including one for a finished item.</summary>
    private const int OtherLines = 5;

    private readonly TimeProvider _time;
    private readonly Func<ScreenSize> _size;
    private readonly Screen _screen;
    private readonly LiveArea _area;
    private readonly bool _isWide;
    private readonly FollowedSession _session;
    private TableRecordWriter<LogItem>? _table;
    private int _tableWidth;
    private FollowStatus? _status;
    private long _polledAt;

    public FollowView(CommandEnvironment host, Func<ScreenSize> size, Guid sessionId, bool isWide = false)
    {
        (_time, _size, _isWide) = (host.Time, size, isWide);
        _screen = new Screen(host);
        _area = new LiveArea(host, size);
        _session = new FollowedSession(sessionId);
    }

    /// <summary>Adds an item; a finished item gets a permanent line.</summary>
    public void Add(LogItem item)
    {
        if (_session.Add(item))
        {
            _area.Erase();
            Write(item);
        }
    }

    /// <summary>Records the state after a poll.</summary>
    public void Take(FollowStatus status) => (_status, _polledAt) = (status, _time.GetTimestamp());

    /// <summary>Draws the current state.</summary>
    public void Draw()
    {
        var running = _session.Running;
        var room = Math.Clamp(_area.MaxLines - OtherLines, 0, MaxRunningItems);
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

    /// <summary>Writes one line with the session's result, below the items that did not end.</summary>
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
        var width = _size().Width;
        if (_table is null || (width != _tableWidth && !_isWide))
        {
            _tableWidth = width;
            _table = new TableRecordWriter<LogItem>(_screen, LogItemLayout.Instance.Columns, _isWide ? null : width);
            _table.Begin();
        }

        _table.Write(item);
    }
}
