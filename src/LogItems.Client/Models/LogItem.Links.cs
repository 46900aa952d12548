using Newtonsoft.Json;

namespace LogItems;

public partial class LogItem
{
    private ServerAddress? _address;

    /// <summary>Related resources by relation: <c>self</c> and the session, <c>jobsessions</c>.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ResourceLink> Links => ResourceLink.All(_links, _address);

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<UnreadableValue> Issues => ResourceLink.AddIssues(OwnIssues, _links);

    internal override void BindTo(ServerAddress address) => _address = address;
}
