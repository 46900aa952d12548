namespace LogItems.Cli.Hosting;

/// <summary>The tool was called wrongly; the message says how to call it, and never repeats a secret.</summary>
internal sealed class UsageException(string message) : Exception(message);
