namespace LogItems.Monitoring;

/// <summary>What failures have in common that count as one group.</summary>
[Flags]
public enum FailureGrouping
{
    /// <summary>Nothing: all failures are one group.</summary>
    None = 0,

    /// <summary>The kind of object and the cause.</summary>
    Cause = 1,

    /// <summary>The object, by its address or else its name; the job if the text names no object.</summary>
    Object = 2,

    /// <summary>The job, by its identifier.</summary>
    Job = 4,

    /// <summary>The session.</summary>
    Session = 8,
}
