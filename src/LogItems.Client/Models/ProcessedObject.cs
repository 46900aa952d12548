using System.Diagnostics;
using LogItems.Models;
using LogItems.Versions;
using Newtonsoft.Json;

namespace LogItems;

/// <remarks>The properties of the wire are generated from the contract; those here are the same for every API version.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public partial class ProcessedObject
{
    private object? _addressOrLinks;

    /// <summary>The type as it was sent, known or not; null if none was sent.</summary>
    [JsonIgnore]
    public string? TypeText => Type?.ToString() ?? Unreadable("type") as string;

    /// <summary>The result as it was sent, known or not; null if none was sent.</summary>
    [JsonIgnore]
    public string? StatusText => Status?.ToString() ?? Unreadable("status") as string;

    /// <summary>Related resources by relation.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ResourceLink> Links => ResourceLinks.Of(_links, ref _addressOrLinks);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<UnreadableValue> Issues => ResourceLinks.AddIssues(OwnIssues, _links);

    /// <summary>Returns the type, the identifier and the result: <c>User 5a3c… [Success]</c>.</summary>
    public override string ToString() => $"{TypeText ?? "Object"} {Id} [{StatusText ?? "Unknown"}]";

    internal override void BindTo(ServerAddress address) => _addressOrLinks = address;
}
