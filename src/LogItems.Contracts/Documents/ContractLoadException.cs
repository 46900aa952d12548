namespace LogItems.Contracts.Documents;

/// <summary>A contract document, or a file that it refers to, cannot be read; the message is intended for its author.</summary>
public sealed class ContractLoadException : Exception
{
    internal ContractLoadException(Location location, string found, string remedy, Exception? inner = null)
        : base($"Cannot load {location}: {found} {remedy}", inner) => Location = location;

    /// <summary>The location at which loading failed.</summary>
    public Location Location { get; }
}
