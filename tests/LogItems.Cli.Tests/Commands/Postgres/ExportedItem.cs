namespace LogItems.Cli.Tests.Commands.Postgres;

/// <summary>An item as it is on a server and in the database.</summary>
internal sealed record ExportedItem(string Server, Guid Session, Guid Id, string Text, bool IsRunning);
