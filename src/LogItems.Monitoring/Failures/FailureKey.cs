namespace LogItems.Monitoring.Failures;

/// <summary>What the failures of a group have in common; empty for what they need not have in common.</summary>
internal readonly record struct FailureKey(LogItemSubjectKind? Kind, string Object, string Cause, Guid Job, Guid Session)
{
    /// <summary>A text without an object is about its job: "Job failed" of one job is not that of another.</summary>
    public static FailureKey Of(FailureGrouping grouping, FailureSignature signature, Guid? job, Guid session) => new(
        grouping.HasFlag(FailureGrouping.Cause) ? signature.ObjectKind : null,
        grouping.HasFlag(FailureGrouping.Object) ? signature.ObjectKey : "",
        grouping.HasFlag(FailureGrouping.Cause) ? signature.Cause : "",
        grouping.HasFlag(FailureGrouping.Job) || (grouping.HasFlag(FailureGrouping.Object) && signature.ObjectName is null) ? job ?? Guid.Empty : Guid.Empty,
        grouping.HasFlag(FailureGrouping.Session) ? session : Guid.Empty);
}
