using System.Globalization;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Support;

/// <summary>Fleets of fake servers.</summary>
internal static class TestFleet
{
    /// <summary>A server that is signed in to as <c>demo</c>.</summary>
    public static FleetServer Server(
        Uri address, string name = "a", TimeSpan? interval = null, ApiVersion? version = null, params (string Name, string Value)[] labels) => new()
    {
        Name = name,
        Address = address,
        Version = version,
        Username = "demo",
        Password = new FleetPassword(FleetPasswordSource.Command, "echo demo"),
        Labels = labels.ToDictionary(label => label.Name, label => label.Value),
        Interval = interval ?? TimeSpan.FromMinutes(1),
    };

    /// <summary>A session of a job that took ten minutes.</summary>
    public static FakeSession Session(string job, DateTimeOffset start, string status, params string[] levels) => new()
    {
        JobId = JobId(job),
        JobName = job,
        CreationTime = start,
        EndTime = status == "Running" ? null : start.AddMinutes(10),
        Status = status,
        Statistics = new FakeSessionStatistics
        {
            TransferredDataBytes = 4096, ProcessedObjects = 7, ProcessingRateBytesPS = 100, ReadRateBytesPS = 200, WriteRateBytesPS = 300,
        },
        Items = [.. levels.Select((level, index) => new FakeLogItem
        {
            Usn = index + 1, Type = level, Message = string.Create(CultureInfo.InvariantCulture, $"Item {index}"), CreationTime = start,
            EndTime = start.AddMinutes(1),
        })],
    };

    /// <summary>An identifier that follows from a name.</summary>
    public static Guid JobId(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
