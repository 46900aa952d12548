namespace LogItems.Monitoring.Failures;

/// <summary>The properties that the failures of a group share; empty for those that may differ.</summary>
internal readonly record struct FailureKey(LogItemSubjectKind? Kind, string Object, string Cause, Guid Job, Guid Session)
{
    /// <summary>A text without an object is about its job: "Job failed" is a separate failure for each job.</summary>
    public static FailureKey Of(FailureGrouping grouping, FailureSignature signature, Guid? job, Guid session) => new(
        grouping.HasFlag(FailureGrouping.Cause) ? signature.ObjectKind : null,
        grouping.HasFlag(FailureGrouping.Object) ? signature.ObjectKey : "",
        grouping.HasFlag(FailureGrouping.Cause) ? signature.Cause : "",
        grouping.HasFlag(FailureGrouping.Job) || (grouping.HasFlag(FailureGrouping.Object) && signature.ObjectName is null) ? job ?? Guid.Empty : Guid.Empty,
        grouping.HasFlag(FailureGrouping.Session) ? session : Guid.Empty);
}
