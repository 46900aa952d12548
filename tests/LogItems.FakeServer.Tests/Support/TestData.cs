namespace LogItems.FakeServer.Tests.Support;

/// <summary>Small sessions to serve.</summary>
internal static class TestData
{
    public static readonly DateTimeOffset Midnight = new(2024, 5, 1, 0, 0, 0, TimeSpan.FromHours(2));

    public static FakeLogItem Item(int usn, string type = "Success", string? message = null) => new()
    {
        Usn = usn,
        Type = type,
        Message = message ?? $"Operation {usn}",
        CreationTime = Midnight.AddSeconds(usn),
        EndTime = Midnight.AddSeconds(usn + 1),
    };

    public static FakeSession Session(int items, FakeSessionKind kind = FakeSessionKind.Job) =>
        Session([.. Enumerable.Range(1, items).Select(usn => Item(usn))], kind);

    public static FakeSession Session(IReadOnlyList<FakeLogItem> items, FakeSessionKind kind = FakeSessionKind.Job) => new()
    {
        Kind = kind,
        CreationTime = Midnight,
        EndTime = Midnight.AddHours(1),
        Items = items,
    };

    public static Task<FakeLogItemsServer> ServeAsync(params FakeSession[] sessions) =>
        FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });

    public static string ItemsPath(this FakeSession session) =>
        $"{(session.Kind == FakeSessionKind.Job ? "JobSessions" : "DataRetrievalSessions")}/{session.Id}/LogItems";
}
