using LogItems.Monitoring.Waivers;

namespace LogItems.Monitoring;

/// <summary>A rule that ignores certain failures until a given day.</summary>
/// <param name="Cause">The cause, as <see cref="FailureSignature.Cause"/> has it; <c>*</c> matches any characters, and letter case does not matter.</param>
/// <param name="Object">The name or the address of the object, in the same format; null for every object.</param>
/// <param name="Job">The name of the job, in the same format; null for every job.</param>
/// <param name="Reason">The reason for ignoring them.</param>
/// <param name="Expiry">The last day on which they are ignored.</param>
/// <param name="Line">The line of the waiver in its file, from 1.</param>
public sealed record FailureWaiver(string Cause, string? Object, string? Job, string Reason, DateOnly Expiry, int Line)
{
    /// <summary>Determines whether the waiver applies to a failure, regardless of its expiry.</summary>
    /// <param name="signature">The object and the cause of the failure.</param>
    /// <param name="job">The name of the job; null if it is unknown.</param>
    public bool Waives(FailureSignature signature, string? job)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return TextPattern.Matches(Cause, signature.Cause)
            && (Object is null || TextPattern.Matches(Object, signature.ObjectName ?? "") || TextPattern.Matches(Object, signature.ObjectAddress ?? ""))
            && (Job is null || TextPattern.Matches(Job, job ?? ""));
    }
}
