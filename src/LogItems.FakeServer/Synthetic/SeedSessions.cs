using System.Globalization;

namespace LogItems.FakeServer;

/// <summary>The two sessions of the published reference pages of v3 and v5.</summary>
/// <remarks>The items are the published ones; the pages show no sessions around them, so those are made up to match.</remarks>
public static class SeedSessions
{
    /// <summary>The session of the v3 page: five items without a <c>self</c> link.</summary>
    public static readonly Guid V3SessionId = new("be376069-2865-4156-a9bc-825cef7d687e");

    /// <summary>The session of the v5 page: one item.</summary>
    public static readonly Guid V5SessionId = new("859277ed-b238-458c-9dec-2830e45e15fc");

    private const string V3Mailbox = "petep@eastsupport.onmicrosoft.com";

    /// <summary>Creates both sessions again at each call, so that changes do not affect other servers.</summary>
    public static IReadOnlyList<FakeSession> Create() => [CreateV3(), CreateV5()];

    private static FakeSession CreateV3() => new()
    {
        Id = V3SessionId,
        Details = "Backup of 3 mailboxes",
        CreationTime = Time("2017-04-04T00:07:21.3664166-07:00"),
        EndTime = Time("2017-04-04T00:11:36.9857918-07:00"),
        Progress = 3,
        Statistics = new FakeSessionStatistics
        {
            ProcessingRateBytesPS = 1683256,
            ProcessingRateItemsPS = 20,
            ReadRateBytesPS = 5383429,
            WriteRateBytesPS = 26015396,
            TransferredDataBytes = 98142970,
            ProcessedObjects = 1193,
            Bottleneck = "Source",
        },
        JobId = new Guid("b20cedd4-66b2-49b1-86de-a575dc67e83b"),
        RepositoryId = new Guid("459684e0-cb24-4364-8b3c-e3aaeab4fb41"),
        JobSessionConfigType = "Full",
        ETag = 1,
        ProxyId = new Guid("46d10221-7974-42d7-bb38-f80e65f95f3d"),
        ProxyPoolId = new Guid("0c3bdd5a-7d02-4c0f-9a55-5a0a3a8f2d11"),
        Items =
        [
            V3Item("e7668151-524f-4fa5-a30a-c647bf7ca8c5", 1, "Job started at 4/4/2017 12:07:21 AM", "21.3664166", "21.3664166"),
            V3Item("a6c7a35c-20e1-4cf9-931e-c1e060172b43", 2, "Connected to organization", "21.3674143", "25.3952173"),
            V3Item("8bbea7df-f870-40c1-89a0-64dca53c1e03", 3, "Mailboxes enumerated", "21.3674143", "28.4514886"),
            V3Item("45342637-79ab-4247-900e-c33c1cfb1274", 4, "3 mailboxes found", "21.3674143", "28.454487"),
            V3Item("a4d40d0e-cea8-40fa-93d9-202bffad855e", 5, $"Processing mailbox: {V3Mailbox}", "25.3972468", "37.191867"),
        ],
    };

    private static FakeSession CreateV5() => new()
    {
        Id = V5SessionId,
        Details = "Backup of 18 objects",
        CreationTime = Time("2021-02-26T01:00:00.1732347+03:00"),
        EndTime = Time("2021-02-26T01:02:17.6515649+03:00"),
        Progress = 18,
        Statistics = new FakeSessionStatistics
        {
            ProcessingRateBytesPS = 71012,
            ProcessingRateItemsPS = 9,
            ReadRateBytesPS = 247870,
            WriteRateBytesPS = 2184,
            TransferredDataBytes = 63570500,
            ProcessedObjects = 377,
            Bottleneck = "Target",
        },
        JobId = new Guid("196e4df2-0faf-4b8e-ba17-ce8c0eb4edc5"),
        RepositoryId = new Guid("459684e0-cb24-4364-8b3c-e3aaeab4fb41"),
        ETag = 1,
        ProxyId = new Guid("46d10221-7974-42d7-bb38-f80e65f95f3d"),
        ProxyPoolId = new Guid("0c3bdd5a-7d02-4c0f-9a55-5a0a3a8f2d11"),
        Items =
        [
            new FakeLogItem
            {
                Id = new Guid("6e61733d-738b-41e1-bd0d-d0b3340159d5"),
                Usn = 1,
                Message = "Job started at 2/26/2021 1:00:00 AM",
                CreationTime = Time("2021-02-26T01:00:00.1732347+03:00"),
                EndTime = Time("2021-02-26T01:00:00.1732347+03:00"),
            },
        ],
    };

    private static FakeLogItem V3Item(string id, int usn, string message, string startSecond, string endSecond) => new()
    {
        Id = new Guid(id),
        Usn = usn,
        Message = message,
        CreationTime = Time($"2017-04-04T00:07:{startSecond}-07:00"),
        EndTime = Time($"2017-04-04T00:07:{endSecond}-07:00"),
        Links = FakeLogItemLinks.Session,
    };

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
