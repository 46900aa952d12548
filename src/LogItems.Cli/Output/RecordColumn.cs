using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>A column of the table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Width">The least width, in characters; longer text is not cut. 0 for the last one.</param>
/// <param name="Text">What stands in it; empty for nothing.</param>
/// <param name="Style">Its colour on a terminal; null for the usual one.</param>
internal sealed record RecordColumn<T>(string Header, int Width, Func<T, string> Text, Func<T, Style?>? Style = null);
