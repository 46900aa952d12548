using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>A column of a table.</summary>
/// <param name="Header">The header.</param>
/// <param name="Width">The width, in characters; 0 for text of any length, which is allowed in the last column only.</param>
/// <param name="Text">The text of a cell; may be empty.</param>
/// <param name="Style">The style on a terminal; null for the default.</param>
internal sealed record RecordColumn<T>(string Header, int Width, Func<T, string> Text, Func<T, Style?>? Style = null)
{
    /// <summary>Gets whether the text is aligned to the right, as numbers are.</summary>
    public bool IsRight { get; init; }

    /// <summary>The width on a narrow terminal.</summary>
    public int NarrowWidth { get => field == 0 ? Width : field; init; }

    /// <summary>A shorter text for a narrow terminal.</summary>
    public Func<T, string> NarrowText { get => field ?? Text; init; }
}
