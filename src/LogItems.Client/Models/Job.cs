using System.Diagnostics;
using LogItems.Models;
using LogItems.Serialization;
using LogItems.Versions;
using Newtonsoft.Json;

namespace LogItems;

/// <remarks>The properties of the wire are generated from the contract; those here are the same for every API version.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public partial class Job
{
    private object? _addressOrLinks;

    /// <summary>The start of the job's last run, with the server's offset; null if the job has not run.</summary>
    [JsonIgnore]
    public DateTimeOffset? LastRunAt => WireTime.Known(LastRun);

    /// <summary>The start of the job's next run, with the server's offset; null if none is scheduled.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextRunAt => WireTime.Known(NextRun);

    /// <summary>The end of the job's last backup, with the server's offset; null if there is none.</summary>
    /// <remarks>v7 and later; null on v6 and below.</remarks>
    [JsonIgnore]
    public DateTimeOffset? LastBackupAt => WireTime.Known(LastBackup);

    /// <summary>The state of the last run as it was sent, known or not; null if none was sent.</summary>
    [JsonIgnore]
    public string? LastStatusText => LastStatus?.ToString() ?? Unreadable("lastStatus") as string;

    /// <summary>Gets whether the job is running.</summary>
    [JsonIgnore]
    public bool IsRunning => LastStatus == JobSessionStatus.Running;

    /// <summary>Related resources by relation.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ResourceLink> Links => ResourceLinks.Of(_links, ref _addressOrLinks);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<UnreadableValue> Issues => ResourceLinks.AddIssues(OwnIssues, _links);

    /// <summary>Returns the name and the status of the last run: <c>Nightly [Warning]</c>.</summary>
    public override string ToString() => $"{Name} [{LastStatusText ?? "Unknown"}]";

    internal override void BindTo(ServerAddress address) => _addressOrLinks = address;
}
