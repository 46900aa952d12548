using Newtonsoft.Json;

namespace LogItems;

/// <remarks>The properties of the wire are generated from the contract; those here are the same for every API version.</remarks>
public partial class JobSession : ILinked, IPaged
{
    private ServerAddress? _address;

    /// <summary>When the session started, with the server's offset; null where that was not sent.</summary>
    [JsonIgnore]
    public DateTimeOffset? StartedAt => WireTime.IsPlaceholder(CreationTime) ? null : CreationTime;

    /// <summary>When the session ended, with the server's offset; null while it is running.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt => EndTime is { } time && !WireTime.IsPlaceholder(time) ? time : null;

    /// <summary>How long the session took; null while it is running.</summary>
    [JsonIgnore]
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>The state's word as it was sent, known or not; null where none was sent.</summary>
    [JsonIgnore]
    public string? StatusText => Status?.ToString() ?? Unreadable("status") as string;

    /// <summary>Whether the session has not ended.</summary>
    [JsonIgnore]
    public bool IsRunning => IsUnreadable("endTime") ? Status is JobSessionStatus.Running or JobSessionStatus.Queued : EndedAt is null;

    /// <summary>Related resources by relation.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ResourceLink> Links => ResourceLink.All(_links, _address);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<UnreadableValue> Issues => ResourceLink.AddIssues(OwnIssues, _links);

    void ILinked.BindTo(ServerAddress address) => _address = address;
}
