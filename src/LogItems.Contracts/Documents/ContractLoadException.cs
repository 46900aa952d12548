namespace LogItems.Contracts.Documents;

/// <summary>A contract document, or a file it names, cannot be read; the message is written for the person who edits it.</summary>
public sealed class ContractLoadException : Exception
{
    internal ContractLoadException(Location location, string found, string remedy, Exception? inner = null)
        : base($"Cannot load {location}: {found} {remedy}", inner) => Location = location;

    /// <summary>Where loading stopped.</summary>
    public Location Location { get; }
}
