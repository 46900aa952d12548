using System.Globalization;
using LogItems.Cli.Hosting;
using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>A few lines at the bottom of a terminal that are redrawn in place.</summary>
/// <remarks>
/// Between two drawings the cursor waits, hidden, where the area begins. So nothing has to be known of how a terminal arranges the
/// lines anew when its size changes, and what is written above the area is written where the cursor is.
/// </remarks>
internal sealed class LiveArea : IDisposable
{
    private const string EraseBelow = "\r\u001B[J";
    private const string HideCursor = "\u001B[?25l";
    private const string ShowCursor = "\u001B[?25h";

    // Where the terminal takes a character for wider than we do, its line must not become two.
    private const string WrapOff = "\u001B[?7l";
    private const string WrapOn = "\u001B[?7h";

    private readonly CommandEnvironment _host;
    private readonly Func<ScreenSize> _size;

    /// <summary>The drawing in progress, written at once so that it never appears half done.</summary>
    private readonly StringWriter _drawing = new();
    private readonly Screen _screen;

    public LiveArea(CommandEnvironment host, Func<ScreenSize> size)
    {
        (_host, _size) = (host, size);
        _screen = new Screen(_drawing, host.HasColours);
    }

    /// <summary>The number of lines that fit, besides the one below them for the cursor.</summary>
    public int Room => Math.Max(1, _size().Height - 1);

    /// <summary>Draws lines in place of the previous ones, truncated to fit.</summary>
    public void Draw(IEnumerable<IEnumerable<(string Text, Style? Style)>> lines)
    {
        var width = _size().Width;
        _drawing.Write(HideCursor + EraseBelow + WrapOff);
        var drawn = 0;
        foreach (var line in lines.Take(Room))
        {
            _screen.WriteLine(Cut(line, width));
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

    private static IEnumerable<(string Text, Style? Style)> Cut(IEnumerable<(string Text, Style? Style)> line, int width)
    {
        var room = width;
        foreach (var (text, style) in line)
        {
            var whole = TerminalText.Escape(text);
            var shown = TerminalText.Cut(whole, room);
            yield return (shown, style);
            if (shown != whole)
            {
                yield break;
            }

            room -= TerminalText.Width(shown);
        }
    }
}
