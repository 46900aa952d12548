namespace LogItems.Cli.Hosting;

/// <summary>How large a terminal is, in characters.</summary>
internal readonly record struct ScreenSize(int Width, int Height);
