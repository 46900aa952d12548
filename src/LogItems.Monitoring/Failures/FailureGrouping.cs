namespace LogItems.Monitoring;

/// <summary>The properties that the failures of a group share.</summary>
[Flags]
public enum FailureGrouping
{
    /// <summary>No property: all failures are one group.</summary>
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
