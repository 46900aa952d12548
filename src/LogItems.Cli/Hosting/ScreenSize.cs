namespace LogItems.Cli.Hosting;

/// <summary>The size of a terminal, in characters.</summary>
internal readonly record struct ScreenSize(int Width, int Height);
