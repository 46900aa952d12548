namespace LogItems.Cli.Hosting;

/// <summary>The command line is invalid. The message explains the correct usage and never repeats a secret.</summary>
internal sealed class UsageException(string message) : Exception(message);
