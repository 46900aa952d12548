using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Processed objects of a session as output records. New fields are added at the end.</summary>
internal static class ProcessedObjectLayout
{
    public static RecordLayout<ProcessedObject> Instance { get; } = new(
        "object",
        "objects",
        [
            RecordFields.Text<ProcessedObject>("id", item => item.Id),
            RecordFields.Text<ProcessedObject>("type", item => item.TypeText),
            RecordFields.Text<ProcessedObject>("status", item => item.StatusText),
            RecordFields.Links<ProcessedObject>("links", item => item.Links),
            RecordFields.Issues<ProcessedObject>(),
            RecordFields.AdditionalProperties<ProcessedObject>(item => item.AdditionalProperties),
        ],
        [
            new("STATUS", 7, item => item.StatusText ?? "", item => StyleOf(item.Status)),
            new("TYPE", 5, item => item.TypeText ?? ""),
            new("ID", 0, item => item.Id ?? ""),
        ]);

    private static Style? StyleOf(ProcessedObjectStatus? status) => status switch
    {
        ProcessedObjectStatus.Success => new Style(Color.Green),
        ProcessedObjectStatus.Warning => new Style(Color.Yellow),
        ProcessedObjectStatus.Failed => new Style(Color.Red, decoration: Decoration.Bold),
        _ => default(Style?),
    };
}
