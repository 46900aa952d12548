namespace LogItems.Cli.Output;

/// <summary>How large a terminal is, in characters.</summary>
internal readonly record struct ScreenSize(int Width, int Height);
