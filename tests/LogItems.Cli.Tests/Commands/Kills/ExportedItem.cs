namespace LogItems.Cli.Tests.Commands.Kills;

/// <summary>An item as it is on a server and where it was exported to.</summary>
internal sealed record ExportedItem(string Server, Guid Session, Guid Id, string Text, bool IsRunning);
