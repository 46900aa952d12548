using LogItems.FakeServer;

namespace LogItems.Monitoring.Tests.Support;

/// <summary>Runs of jobs.</summary>
internal static class Runs
{
    /// <summary>A session that took an hour, with one item for each text, in order.</summary>
    public static FakeSession Create(DateTimeOffset start, string job, params IReadOnlyList<(string Level, string Text)> items) =>
        Create(start, (JobId(job), job), items);

    /// <summary>The same of a job whose name others may have.</summary>
    public static FakeSession Create(DateTimeOffset start, (Guid Id, string Name) job, params IReadOnlyList<(string Level, string Text)> items) => new()
    {
        Id = Guid.NewGuid(),
        JobId = job.Id,
        JobName = job.Name,
        CreationTime = start,
        EndTime = start.AddHours(1),
        Status = items.Any(item => item.Level == "Error") ? "Failed" : items.Any(item => item.Level == "Warning") ? "Warning" : "Success",
        Items =
        [
            .. items.Select((item, index) => new FakeLogItem
            {
                Usn = index + 1,
                Type = item.Level,
                Message = item.Text,
                CreationTime = start.AddMinutes(index + 1),
                EndTime = start.AddMinutes(index + 2),
            }),
        ],
    };

    /// <summary>A session of several days, or one that is running, with the warnings that it had at some times.</summary>
    public static FakeSession Create(
        DateTimeOffset start, DateTimeOffset? end, string job, params IReadOnlyList<(DateTimeOffset Time, string Text)> warnings) => new()
    {
        JobId = JobId(job),
        JobName = job,
        CreationTime = start,
        EndTime = end,
        Status = end is null ? "Running" : "Warning",
        Items =
        [
            .. warnings.Select((warning, index) => new FakeLogItem
            {
                Usn = index + 1, Type = "Warning", Message = warning.Text, CreationTime = warning.Time.AddMinutes(-1), EndTime = warning.Time,
            }),
        ],
    };

    /// <summary>An identifier that follows from a name.</summary>
    public static Guid JobId(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
