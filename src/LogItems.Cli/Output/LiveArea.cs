using System.Globalization;
using LogItems.Cli.Hosting;
using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>A few lines at the bottom of a terminal that are redrawn in place.</summary>
/// <remarks>
/// Between two redraws, the hidden cursor stays at the start of the area. The code therefore need not know how a terminal rearranges the
/// lines when its size changes, and permanent lines are written at the cursor.
/// </remarks>
internal sealed class LiveArea : IDisposable
{
    private const string EraseBelow = "\r\u001B[J";
    private const string HideCursor = "\u001B[?25l";
    private const string ShowCursor = "\u001B[?25h";

    // If the terminal considers a character wider than the tool does, its line must not wrap.
    private const string WrapOff = "\u001B[?7l";
    private const string WrapOn = "\u001B[?7h";

    private readonly CommandEnvironment _host;
    private readonly Func<ScreenSize> _size;

    /// <summary>The drawing in progress, which is written as a whole so that it never appears partially.</summary>
    private readonly StringWriter _drawing = new();
    private readonly Screen _screen;

    public LiveArea(CommandEnvironment host, Func<ScreenSize> size)
    {
        (_host, _size) = (host, size);
        _screen = new Screen(_drawing, host.HasColors);
    }

    /// <summary>The number of lines that fit above the cursor line.</summary>
    public int MaxLines => Math.Max(1, _size().Height - 1);

    /// <summary>Draws lines in place of the previous ones, truncated to fit.</summary>
    public void Draw(IEnumerable<IEnumerable<(string Text, Style? Style)>> lines)
    {
        var width = _size().Width;
        _drawing.Write(HideCursor + EraseBelow + WrapOff);
        var drawn = 0;
        foreach (var line in lines.Take(MaxLines))
        {
            _screen.WriteLine(Truncate(line, width));
            drawn++;
        }

        _drawing.Write(string.Create(CultureInfo.InvariantCulture, $"{WrapOn}\u001B[{drawn}A"));
        _host.Out.Write(_drawing.ToString());
        _host.Out.Flush();
        _drawing.GetStringBuilder().Clear();
    }

    /// <summary>Clears the area for permanent lines; the next drawing places it below them.</summary>
    public void Erase() => _host.Out.Write(EraseBelow);

    /// <summary>Removes the area from the terminal.</summary>
    public void Dispose()
    {
        _host.Out.Write(EraseBelow + ShowCursor);
        _host.Out.Flush();
        _drawing.Dispose();
    }

    private static IEnumerable<(string Text, Style? Style)> Truncate(IEnumerable<(string Text, Style? Style)> line, int width)
    {
        var room = width;
        foreach (var (text, style) in line)
        {
            var whole = TerminalText.Escape(text);
            var shown = TerminalText.Truncate(whole, room);
            yield return (shown, style);
            if (shown != whole)
            {
                yield break;
            }

            room -= TerminalText.Width(shown);
        }
    }
}
