using LogItems.FakeServer;

namespace LogItems.Monitoring.Tests.Support;

/// <summary>Runs to check, as of a time, and a certificate.</summary>
internal static class CheckRuns
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    public static readonly (string Level, string Text)[] TwoFailures = [("Success", "A"), ("Warning", "B"), ("Error", "C")];

    public static FakeSession Run(int hoursAgo, string status, (string Level, string Text)[]? items = null, string job = "Mail")
    {
        var run = Runs.Create(Now.AddHours(-hoursAgo - 1), job, items ?? []);
        return new()
        {
            Id = run.Id, JobId = run.JobId, JobName = job, CreationTime = run.CreationTime, EndTime = run.EndTime, Status = status, Items = run.Items,
            Statistics = new() { TransferredDataBytes = 1024 },
        };
    }

    public static ServerCertificateInfo Certificate(int days) =>
        new("backup", "CN=backup", "CN=backup", Now.AddYears(-1), Now.AddDays(days), new string('0', 64), ServerCertificateProblem.None);
}
