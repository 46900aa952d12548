using System.Diagnostics;
using LogItems.Models;
using LogItems.Serialization;
using LogItems.Versions;
using Newtonsoft.Json;

namespace LogItems;

/// <remarks>The properties of the wire are generated from the contract; those here are the same for every API version.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public partial class JobSession
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

    /// <summary>The job's type as it was sent, known or not; null if none was sent.</summary>
    [JsonIgnore]
    public string? JobTypeText => JobType?.ToString() ?? Unreadable("jobType") as string;

    /// <summary>The scope of the run as it was sent, known or not; null if none was sent.</summary>
    [JsonIgnore]
    public string? JobSessionConfigTypeText => JobSessionConfigType?.ToString() ?? Unreadable("jobSessionConfigType") as string;

    /// <summary>Gets whether the session has not ended: it has no end time, and its status is not a final one.</summary>
    [JsonIgnore]
    public bool IsRunning => IsUnreadable("endTime")
        ? Status is JobSessionStatus.Running or JobSessionStatus.Queued
        : EndedAt is null && Status is null or JobSessionStatus.Running or JobSessionStatus.Queued;

    /// <summary>Related resources by relation.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ResourceLink> Links => ResourceLinks.Of(_links, ref _addressOrLinks);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<UnreadableValue> Issues => ResourceLinks.AddIssues(AddIssues(OwnIssues, Statistics), _links);

    /// <summary>Returns the identifier, the state, the start and the duration: <c>be376069-… Warning 2026-11-20T22:00:00Z 00:03:12</c>.</summary>
    public override string ToString() => SessionText.Of(Id.ToString(), StatusText, StartedAt, Duration);

    private static IReadOnlyList<UnreadableValue> AddIssues(IReadOnlyList<UnreadableValue> own, JobSessionStatistics? statistics) =>
        statistics?.Issues is { Count: > 0 } issues
            ? [.. own, .. issues.Select(issue => issue with { Property = issue.Property.Length == 0 ? "statistics" : $"statistics.{issue.Property}" })]
            : own;

    internal override void BindTo(ServerAddress address) => _addressOrLinks = address;
}
