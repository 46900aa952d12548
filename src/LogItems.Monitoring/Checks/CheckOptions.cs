namespace LogItems.Monitoring;

/// <summary>The jobs to check, and the conditions that raise an alert.</summary>
public sealed record CheckOptions
{
    /// <summary>The job to check.</summary>
    /// <value>Null (the default) for all jobs that are enabled.</value>
    public Guid? JobId { get; init; }

    /// <summary>The maximum time since the end of the last run that succeeded; a warning counts as success.</summary>
    /// <value>Positive; null (the default) for no limit.</value>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The range for the number of failures (warnings and errors) of the last finished run that does not raise a warning.</summary>
    /// <value>Null (the default): a run that ended with a warning raises one.</value>
    public CheckRange? Warning { get; init; }

    /// <summary>The range for the number of failures of the last finished run that does not raise a critical alert.</summary>
    /// <value>Null (the default): only a failed run raises one.</value>
    public CheckRange? Critical { get; init; }

    /// <summary>The certificate of the server, as <see cref="LogItemsClient.GetServerCertificateAsync"/> returns it.</summary>
    /// <value>Null (the default) to skip the certificate.</value>
    public ServerCertificateInfo? Certificate { get; init; }

    /// <summary>The number of days before its expiration at which the certificate raises a warning.</summary>
    /// <value>0 or more; default 30.</value>
    public int CertificateWarningDays { get; init; } = 30;

    /// <summary>The number of days before its expiration at which the certificate raises a critical alert.</summary>
    /// <value>0 or more; default 7.</value>
    public int CertificateCriticalDays { get; init; } = 7;

    /// <summary>The clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
