using LogItems.Models;
using LogItems.Versions;
using Newtonsoft.Json;

namespace LogItems;

public partial class LogItem
{
    /// <summary>The server's address, or the links once they have been accessed; one field for both saves memory, because items are many.</summary>
    private object? _addressOrLinks;

    /// <summary>Related resources by relation: <c>self</c> and the session, <c>jobsessions</c>.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ResourceLink> Links => ResourceLinks.Of(_links, ref _addressOrLinks);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<UnreadableValue> Issues => ResourceLinks.AddIssues(OwnIssues, _links);

    internal override void BindTo(ServerAddress address) => _addressOrLinks = address;
}
