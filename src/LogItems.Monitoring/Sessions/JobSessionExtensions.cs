namespace LogItems.Monitoring;

/// <summary>Derived properties of a job session.</summary>
public static class JobSessionExtensions
{
    /// <summary>Gets the job that the session is a run of.</summary>
    /// <returns>The property <c>jobId</c> of v8, else the end of the link <c>job</c>; null if the session has neither.</returns>
    public static Guid? GetJobId(this JobSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.JobId
            ?? (session.Links.TryGetValue("job", out var link) && Guid.TryParse(link.Path.Split('/')[^1], out var id) ? id : null);
    }

    /// <summary>Gets the end of a session that has ended; its start if the server sent no end.</summary>
    internal static DateTimeOffset? GetEnd(this JobSession session) => session.EndedAt ?? session.StartedAt;
}
