using System.Globalization;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Output;

/// <summary>A line on the terminal of stderr with the progress of a list, updated at most 10 times a second.</summary>
internal sealed class ProgressLine : IDisposable
{
    /// <summary>Moves to the start of the line and erases it and everything below.</summary>
    public const string Erase = "\r\u001B[J";

    /// <summary>The interval between two redraws, and the delay before the first one: a short list shows no progress.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly CommandEnvironment _host;
    private readonly string _nouns;
    private readonly long _start;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private readonly ErasingWriter _warnings;
    private long _items;
    private long _pages;
    private int? _total;
    private string _shown = "";
    private bool _isOver;

    private ProgressLine(CommandEnvironment host, string nouns)
    {
        (_host, _nouns, _start) = (host, nouns, host.Time.GetTimestamp());
        _timer = host.Time.CreateTimer(_ => Tick(), state: null, Interval, Timeout.InfiniteTimeSpan);
        _warnings = new ErasingWriter(host.Error, _gate, Hide);
        (host.Warnings, host.OnPageRead) = (_warnings, OnPageRead);
    }

    /// <summary>Starts the line; null if stderr is not a terminal, or stdout is one and shows the records themselves.</summary>
    public static ProgressLine? Start(CommandEnvironment host, string nouns) => host.CanShowProgress ? new(host, nouns) : null;

    /// <summary>Counts a record.</summary>
    public void Add() => Volatile.Write(ref _items, _items + 1);

    /// <summary>Removes the line.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            Hide();
        }

        _timer.Dispose();
        (_host.Warnings, _host.OnPageRead) = (_host.Error, null);
        _warnings.Dispose();
    }

    private void OnPageRead(int? total)
    {
        lock (_gate)
        {
            _pages++;
            _total = total ?? _total;
        }
    }

    private void Tick()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            var text = Text();
            if (text != _shown)
            {
                _host.Error.Write(Erase + text);
                _host.Error.Flush();
                _shown = text;
            }

            _timer.Change(Interval, Timeout.InfiniteTimeSpan);
        }
    }

    private void Hide()
    {
        lock (_gate)
        {
            if (_shown.Length > 0)
            {
                _host.Error.Write(Erase);
                _host.Error.Flush();
                _shown = "";
            }
        }
    }

    private string Text()
    {
        var elapsed = _host.Time.GetElapsedTime(_start);
        var items = Volatile.Read(ref _items);
        var perSecond = elapsed > TimeSpan.Zero ? items / elapsed.TotalSeconds : 0;
        var total = _total is { } all && all >= items ? string.Create(CultureInfo.InvariantCulture, $" of {all:N0}") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{items:N0}{total} {_nouns}  {perSecond:N0}/s  page {_pages + 1:N0}  {RecordText.Elapsed(elapsed)}");
    }
}
