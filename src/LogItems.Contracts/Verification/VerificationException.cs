namespace LogItems.Contracts.Verification;

/// <summary>A server cannot be verified, because it does not let anybody sign in.</summary>
public sealed class VerificationException : Exception
{
    internal VerificationException(string message)
        : base(message)
    {
    }
}
