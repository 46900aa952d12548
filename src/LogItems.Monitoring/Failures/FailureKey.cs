namespace LogItems.Monitoring.Failures;

/// <summary>What the failures of a group have in common; empty for what they need not have in common.</summary>
internal readonly record struct FailureKey(LogItemSubjectKind? Kind, string Object, string Cause, string Job, Guid Session)
{
    public static FailureKey Of(FailureGrouping grouping, FailureSignature signature, string? job, Guid session) => new(
        grouping.HasFlag(FailureGrouping.Cause) ? signature.ObjectKind : null,
        grouping.HasFlag(FailureGrouping.Object) ? signature.ObjectKey : "",
        grouping.HasFlag(FailureGrouping.Cause) ? signature.Cause : "",
        grouping.HasFlag(FailureGrouping.Job) ? job ?? "" : "",
        grouping.HasFlag(FailureGrouping.Session) ? session : Guid.Empty);
}
