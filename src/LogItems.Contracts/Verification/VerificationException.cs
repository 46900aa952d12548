namespace LogItems.Contracts.Verification;

/// <summary>A server cannot be verified, because signing in to it failed.</summary>
public sealed class VerificationException : Exception
{
    internal VerificationException(string message)
        : base(message)
    {
    }
}
