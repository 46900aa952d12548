using System.Text;
using LogItems.Cli.Hosting;
using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Writes lines of text, with colors on a terminal.</summary>
/// <remarks>Lines are never truncated or wrapped: a terminal wraps them itself, and copied text remains one line.</remarks>
internal sealed class Screen
{
    private const int NoWrapping = 1_000_000;

    private readonly TextWriter _writer;
    private readonly IAnsiConsole? _console;

    public Screen(CommandEnvironment host)
        : this(host.Out, host.HasColors)
    {
    }

    public Screen(TextWriter writer, bool hasColors)
    {
        _writer = writer;
        if (hasColors)
        {
            _console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            });
            _console.Profile.Width = NoWrapping;
        }
    }

    /// <summary>Gets whether lines are written without styles.</summary>
    public bool IsPlain => _console is null;

    /// <summary>Writes one escaped line without styles.</summary>
    public void WriteLine(StringBuilder escaped) => _writer.WriteLine(escaped);

    /// <summary>Writes one line in one style.</summary>
    public void WriteLine(string text = "", Style? style = null) => WriteLine([(text, style)]);

    /// <summary>Writes one line of pieces, each escaped and none interpreted as markup.</summary>
    public void WriteLine(IEnumerable<(string Text, Style? Style)> pieces)
    {
        if (_console is null)
        {
            _writer.WriteLine(string.Concat(pieces.Select(piece => TerminalText.Escape(piece.Text))));
            return;
        }

        var line = new Paragraph();
        foreach (var (text, style) in pieces)
        {
            line.Append(TerminalText.Escape(text), style);
        }

        _console.Write(line.Append("\n"));
    }
}
