namespace LogItems.Export.Tests.Otlp;

/// <summary>Batches of one session.</summary>
internal static class Batches
{
    public static readonly Guid SessionId = new("5f2dd0a5-3a76-4e0f-9fdb-3f0b7e7b1c11");

    public static readonly DateTimeOffset Start = new DateTimeOffset(2026, 11, 28, 22, 0, 0, TimeSpan.FromHours(1)).AddTicks(1_234_567);

    public static readonly DateTimeOffset ObservedAt = Start.AddHours(1).AddTicks(7);

    public static ExportBatch Of(params LogItem[] items) => Of(Session(), items);

    public static ExportBatch Of(JobSession session, params LogItem[] items) => new(
        "backup01",
        new Dictionary<string, string> { ["customer"] = "Contoso", ["site"] = "Zürich" },
        [new ExportSession(session, "Nightly", [.. items.Select(item => new ExportItem(item.Id, item))], IsNew: true)],
        ObservedAt);

    public static JobSession Session(JobSessionStatus status = JobSessionStatus.Success) => new()
    {
        Id = SessionId,
        CreationTime = Start,
        EndTime = status == JobSessionStatus.Running ? null : Start.AddMinutes(30),
        Status = status,
        JobType = JobType.Backup,
        JobId = new Guid("c0ffee00-0000-4000-8000-000000000001"),
        Details = "Disk full",
    };

    public static LogItem Item(int number, LogItemType type = LogItemType.Success, string? text = null) => new()
    {
        Id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
        Usn = number,
        Type = type,
        Message = text ?? $"Processing mailbox: user{number}@contoso.com",
        CreationTime = Start.AddSeconds(number),
        EndTime = type == LogItemType.Running ? null : Start.AddSeconds(number).AddTicks(15_000_001),
    };

    public static LogItem[] Items(int count) => [.. Enumerable.Range(1, count).Select(number => Item(number))];
}
