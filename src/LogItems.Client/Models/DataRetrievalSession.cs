using System.Diagnostics;
using LogItems.Models;
using LogItems.Serialization;
using LogItems.Versions;
using Newtonsoft.Json;

namespace LogItems;

/// <remarks>The properties of the wire are generated from the contract; those here are the same for every API version.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public partial class DataRetrievalSession
{
    private object? _addressOrLinks;

    /// <summary>The start of the session, with the server's offset; null if it was not sent.</summary>
    [JsonIgnore]
    public DateTimeOffset? StartedAt => WireTime.Known(CreationTime);

    /// <summary>The end of the session, with the server's offset; null while it is running.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt => WireTime.Known(EndTime);

    /// <summary>The time between start and end; null while the session is running.</summary>
    [JsonIgnore]
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>The state as it was sent, known or not; null if none was sent.</summary>
    [JsonIgnore]
    public string? StatusText => Status?.ToString() ?? Unreadable("status") as string;

    /// <summary>Gets whether the session has not ended; if the end cannot be read, the state decides.</summary>
    [JsonIgnore]
    public bool IsRunning => IsUnreadable("endTime") ? Status == DataRetrievalSessionStatus.Running : EndedAt is null;

    /// <summary>Related resources by relation.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ResourceLink> Links => ResourceLinks.Of(_links, ref _addressOrLinks);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<UnreadableValue> Issues => ResourceLinks.AddIssues(OwnIssues, _links);

    /// <summary>Returns the identifier, the status, the start and the duration: <c>be376069-… Success 2026-11-20T22:00:00Z 00:03:12</c>.</summary>
    public override string ToString() => SessionText.Of(Id.ToString(), StatusText, StartedAt, Duration);

    internal override void BindTo(ServerAddress address) => _addressOrLinks = address;
}
