namespace LogItems.Contracts.Verification;

/// <summary>A server cannot be verified because signing in failed.</summary>
public sealed class VerificationException : Exception
{
    internal VerificationException(string message)
        : base(message)
    {
    }
}
