namespace LogItems.Monitoring;

/// <summary>Which jobs a check is about, and what it alerts on.</summary>
public sealed record CheckOptions
{
    /// <summary>The job to check.</summary>
    /// <value>Null (the default) for all jobs that are enabled.</value>
    public Guid? JobId { get; init; }

    /// <summary>The maximum time since the end of the last run that succeeded; a warning counts as success.</summary>
    /// <value>Positive; null (the default) for no limit.</value>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The numbers of failures, warnings and errors, of the last finished run that do not raise a warning.</summary>
    /// <value>Null (the default): a run that ended with a warning raises one.</value>
    public CheckRange? Warning { get; init; }

    /// <summary>The numbers of failures of the last finished run that do not raise a critical alert.</summary>
    /// <value>Null (the default): only a run that failed raises one.</value>
    public CheckRange? Critical { get; init; }

    /// <summary>The certificate of the server, as <see cref="LogItemsClient.GetServerCertificateAsync"/> returns it.</summary>
    /// <value>Null (the default) to leave the certificate out.</value>
    public ServerCertificateInfo? Certificate { get; init; }

    /// <summary>The number of days before its end from which on the certificate raises a warning.</summary>
    /// <value>0 or more; default 30.</value>
    public int CertificateWarningDays { get; init; } = 30;

    /// <summary>The number of days before its end from which on the certificate raises a critical alert.</summary>
    /// <value>0 or more; default 7.</value>
    public int CertificateCriticalDays { get; init; } = 7;

    /// <summary>The clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
