namespace LogItems.Cli.Output;

/// <summary>Backup jobs as output records. Values that the API version does not have are null. New fields are added at the end.</summary>
internal static class JobLayout
{
    public static RecordLayout<Job> Instance { get; } = new(
        "job",
        "jobs",
        [
            RecordFields.Id<Job>("id", job => job.Id ?? Guid.Empty),
            RecordFields.Text<Job>("name", job => job.Name),
            RecordFields.Text<Job>("description", job => job.Description),
            RecordFields.Flag<Job>("isEnabled", job => job.IsEnabled),
            RecordFields.Text<Job>("lastStatus", job => job.LastStatusText),
            RecordFields.Time<Job>("lastRunAt", job => job.LastRunAt),
            RecordFields.Time<Job>("nextRunAt", job => job.NextRunAt),
            RecordFields.Time<Job>("lastBackupAt", job => job.LastBackupAt),
            RecordFields.Text<Job>("backupType", job => job.BackupType?.ToString()),
            RecordFields.Id<Job>("repositoryId", job => job.RepositoryId ?? Guid.Empty),
            RecordFields.Id<Job>("organizationId", job => job.OrganizationId ?? Guid.Empty),
            RecordFields.Links<Job>("links", job => job.Links),
            RecordFields.Issues<Job>(),
            RecordFields.AdditionalProperties<Job>(job => job.AdditionalProperties),
        ],
        [
            new("ID", 36, job => RecordText.Id(job.Id ?? Guid.Empty) ?? ""),
            new("STATUS", 7, job => job.LastStatusText ?? "", job => JobSessionLayout.StyleOf(job.LastStatus)),
            new("LAST RUN", 26, job => RecordText.Clock(job.LastRunAt)) { NarrowWidth = 19, NarrowText = job => RecordText.ShortClock(job.LastRunAt) },
            new("ENABLED", 7, job => job.IsEnabled switch { true => "yes", false => "no", null => "" }),
            new("NEXT RUN", 26, job => RecordText.Clock(job.NextRunAt)) { NarrowWidth = 19, NarrowText = job => RecordText.ShortClock(job.NextRunAt) },
            new("NAME", 0, job => job.Name ?? ""),
        ]);
}
