using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Support;

/// <summary>A session with items of several levels, the last of which is running.</summary>
internal static class MixedSession
{
    public static readonly FakeSession Session = new()
    {
        CreationTime = SeedSessions.Create()[0].CreationTime,
        Items = [.. new[] { "Success", "Warning", "Error", "Warning" }.Select((type, i) => new FakeLogItem
        {
            Usn = i + 1,
            Type = type,
            Message = $"Step {i + 1}",
            CreationTime = SeedSessions.Create()[0].CreationTime.AddMinutes(i),
            EndTime = i == 3 ? null : SeedSessions.Create()[0].CreationTime.AddMinutes(i + 1),
        })],
    };
}
