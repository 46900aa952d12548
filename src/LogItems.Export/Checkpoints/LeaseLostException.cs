namespace LogItems.Export;

/// <summary>The lease of a server expired, and another worker has leased it; nothing was stored in this attempt.</summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>Creates an instance without a server.</summary>
    public LeaseLostException()
    {
    }

    /// <summary>Creates an instance with a message.</summary>
    public LeaseLostException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an instance with a message and the failure that caused it.</summary>
    public LeaseLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static LeaseLostException Of(ServerLease lease) =>
        new($"The lease of the server '{lease.Server}' has expired, and another worker reads it now. This one has stored nothing.");
}
