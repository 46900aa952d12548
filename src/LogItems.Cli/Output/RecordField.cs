namespace LogItems.Cli.Output;

/// <summary>A field of the machine formats.</summary>
/// <param name="Name">Its name in JSON, and its header in CSV.</param>
/// <param name="Value">Its value: a text, a whole number, links, or null where there is none or it could not be read.</param>
internal sealed record RecordField<T>(string Name, Func<T, object?> Value);
