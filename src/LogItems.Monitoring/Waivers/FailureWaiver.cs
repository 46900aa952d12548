using LogItems.Monitoring.Waivers;

namespace LogItems.Monitoring;

/// <summary>A decision that some failures do not count until a day.</summary>
/// <param name="Cause">The cause, as <see cref="FailureSignature.Cause"/> has it; <c>*</c> stands for any characters, and case does not matter.</param>
/// <param name="Object">The name or the address of the object, in the same form; null for every object.</param>
/// <param name="Job">The name of the job, in the same form; null for every job.</param>
/// <param name="Reason">Why they do not count.</param>
/// <param name="Expiry">The last day on which they do not count.</param>
/// <param name="Line">The line of the waiver in its file, from 1.</param>
public sealed record FailureWaiver(string Cause, string? Object, string? Job, string Reason, DateOnly Expiry, int Line)
{
    /// <summary>Determines whether the waiver is about a failure, whether it has expired or not.</summary>
    /// <param name="signature">What failed and why.</param>
    /// <param name="job">The name of the job; null if it is not known.</param>
    public bool Waives(FailureSignature signature, string? job)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return TextPattern.Matches(Cause, signature.Cause)
            && (Object is null || TextPattern.Matches(Object, signature.ObjectName ?? "") || TextPattern.Matches(Object, signature.ObjectAddress ?? ""))
            && (Job is null || TextPattern.Matches(Job, job ?? ""));
    }
}
