namespace LogItems.FakeServer;

/// <summary>Builds a session item by item; each item begins when the previous one ended.</summary>
/// <remarks>For properties other than level, text and time, use <see cref="FakeSession"/> and <see cref="FakeLogItem"/> directly.</remarks>
public sealed class FakeSessionBuilder
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(1);

    private readonly DateTimeOffset _start;
    private readonly List<FakeLogItem> _items = [];
    private DateTimeOffset _now;

    /// <summary>Starts building a session.</summary>
    /// <param name="start">The start of the session and its first item; the offset is kept on the wire.</param>
    public FakeSessionBuilder(DateTimeOffset start) => _start = _now = start;

    /// <summary>Adds a successful item.</summary>
    /// <param name="message">The text of the item, without the level.</param>
    /// <param name="duration">The duration; null for one second.</param>
    public FakeSessionBuilder Success(string message, TimeSpan? duration = null) => Item("Success", message, duration);

    /// <summary>Adds an item that ended with a warning.</summary>
    /// <inheritdoc cref="Success"/>
    public FakeSessionBuilder Warning(string message, TimeSpan? duration = null) => Item("Warning", message, duration);

    /// <summary>Adds an item that failed.</summary>
    /// <inheritdoc cref="Success"/>
    public FakeSessionBuilder Error(string message, TimeSpan? duration = null) => Item("Error", message, duration);

    /// <summary>Adds a running item, which makes the session running.</summary>
    /// <param name="message">The text of the item, without the level.</param>
    public FakeSessionBuilder Running(string message) => Add("Running", message, end: null);

    /// <summary>Adds an item that has ended, with any level.</summary>
    /// <param name="type">The level as written on the wire; any text.</param>
    /// <param name="message">The text of the item, without the level.</param>
    /// <param name="duration">The duration, 0 or more; null for one second.</param>
    public FakeSessionBuilder Item(string type, string message, TimeSpan? duration = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration ?? DefaultDuration, TimeSpan.Zero, nameof(duration));
        return Add(type, message, _now + (duration ?? DefaultDuration));
    }

    /// <summary>Builds the session: running if an item is, else ended with its last item, as <c>Failed</c>, <c>Warning</c> or <c>Success</c>.</summary>
    public FakeSession Build() => new()
    {
        CreationTime = _start,
        Status = IsRunning ? "Running" : Has("Error") || Has("Failed") ? "Failed" : Has("Warning") ? "Warning" : "Success",
        EndTime = IsRunning ? null : _now,
        Progress = _items.Count,
        Items = _items,
    };

    private bool IsRunning => _items.Exists(item => item.EndTime is null);

    private bool Has(string type) => _items.Exists(item => item.Type == type);

    private FakeSessionBuilder Add(string type, string message, DateTimeOffset? end)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(message);
        _items.Add(new FakeLogItem { Usn = _items.Count + 1, Type = type, Message = message, CreationTime = _now, EndTime = end });
        _now = end ?? _now;
        return this;
    }
}
