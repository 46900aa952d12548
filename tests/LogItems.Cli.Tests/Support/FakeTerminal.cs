using System.Globalization;
using System.Text;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Tests.Support;

/// <summary>A terminal that understands what the tool may use of one, and refuses anything else.</summary>
internal sealed class FakeTerminal : TextWriter
{
    /// <summary>What a runtime writes at its start, and takes back at its end, to get the arrow keys.</summary>
    private static readonly string[] OfTheRuntime = ["?1h", "?1l"];

    private readonly Lock _gate = new();
    private readonly List<StringBuilder> _rows = [new()];
    private readonly StringBuilder _sequence = new();
    private readonly List<(Func<FakeTerminal, bool> Condition, TaskCompletionSource Met)> _awaited = [];
    private IReadOnlyList<string> _shown = [];
    private int _shownRow;
    private int _row;
    private int _column;
    private bool _isWrapping = true;

    public FakeTerminal(int width = 100, int height = 30)
    {
        Size = new(width, height);
        NewLine = "\n";
    }

    public override Encoding Encoding => Encoding.UTF8;

    public ScreenSize Size { get; set; }

    public bool IsCursorVisible { get; private set; } = true;

    /// <summary>How often a color was set.</summary>
    public int Colors { get; private set; }

    /// <summary>All lines at the last flush, those that have scrolled by too, without blanks at their ends.</summary>
    public IReadOnlyList<string> Lines => _shown;

    /// <summary>Those of them from the cursor on.</summary>
    public IReadOnlyList<string> LinesFromCursor => [.. _shown.Skip(_shownRow)];

    public string Text => string.Join('\n', Lines);

    public override void Write(char value)
    {
        lock (_gate)
        {
            Take(value);
        }
    }

    /// <summary>Shows all of a drawing at once.</summary>
    public override void Flush()
    {
        lock (_gate)
        {
            var lines = _rows.Select(row => row.ToString().TrimEnd()).ToList();
            (_shown, _shownRow) = ([.. lines.Take(lines.FindLastIndex(line => line.Length > 0) + 1)], _row);
            foreach (var awaited in _awaited.FindAll(awaited => awaited.Condition(this)))
            {
                awaited.Met.TrySetResult();
                _awaited.Remove(awaited);
            }
        }
    }

    /// <summary>Completes when the terminal shows something.</summary>
    public Task WaitForAsync(string text) => WaitForAsync(terminal => terminal.Text.Contains(text, StringComparison.Ordinal), text);

    /// <summary>Completes when the terminal looks as wanted.</summary>
    public async Task WaitForAsync(Func<FakeTerminal, bool> condition, string what)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (condition(this))
            {
                return;
            }

            _awaited.Add((condition, met));
        }

        try
        {
            await met.Task.WaitAsync(ToolProcess.Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The terminal never showed '{what}' but:\n{Text}");
        }
    }

    private void Take(char value)
    {
        if (_sequence.Length > 0 || value == '\u001B')
        {
            _sequence.Append(value);
            if (_sequence is [_, not '[', ..] || (_sequence.Length > 2 && char.IsAsciiLetter(value)))
            {
                Obey(_sequence.ToString(1, _sequence.Length - 1).TrimStart('['));
                _sequence.Clear();
            }

            return;
        }

        switch (value)
        {
            case '\r':
                _column = 0;
                break;
            case '\n':
                GoDown();
                break;
            case < ' ' or '\u007F':
                throw new InvalidOperationException($"A control character reached the terminal: {(int)value:X2}.");
            default:
                Show(value);
                break;
        }
    }

    private void Show(char value)
    {
        if (_column == Size.Width)
        {
            if (_isWrapping)
            {
                GoDown();
            }
            else
            {
                _column--;
            }
        }

        var row = _rows[_row];
        row.Append(' ', Math.Max(0, _column + 1 - row.Length));
        row[_column++] = value;
    }

    private void GoDown()
    {
        _column = 0;
        if (++_row == _rows.Count)
        {
            _rows.Add(new());
        }
    }

    private void Obey(string sequence)
    {
        switch (sequence)
        {
            case "?25l" or "?25h":
                IsCursorVisible = sequence[^1] == 'h';
                break;
            case "?7l" or "?7h":
                _isWrapping = sequence[^1] == 'h';
                break;
            case "J":
                _rows[_row].Length = Math.Min(_rows[_row].Length, _column);
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                break;
            case [.. var rows, 'A']:
                _row -= int.Parse(rows, CultureInfo.InvariantCulture);
                break;
            case [.., 'm']:
                Colors++;
                break;
            default:
                if (!OfTheRuntime.Contains(sequence) && sequence is not ("=" or ">"))
                {
                    throw new InvalidOperationException($"The terminal was told to do what the tool has no use for: ESC {sequence}");
                }

                break;
        }
    }
}
