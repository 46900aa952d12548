using Newtonsoft.Json;

namespace LogItems;

public partial class JobSessionPage : IPage<JobSession>, ILinked
{
    /// <summary>Whether the server sent a bare array instead of a page (v2, perhaps v3 to v5).</summary>
    [JsonIgnore]
    public bool IsBareArray { get; internal init; }

    /// <summary>The items that are still coming in, in a page that was asked for to be read so; null in any other.</summary>
    internal StreamingPage<JobSessionPage, JobSession>? Incoming { get; init; }

    IPageReader<JobSession>? IPage<JobSession>.Incoming => Incoming;

    bool IPage<JobSession>.IsBareArray
    {
        get => IsBareArray;
        init => IsBareArray = value;
    }

    IReadOnlyDictionary<string, ResourceLink> IPage<JobSession>.Links => ResourceLink.All(_links, server: null);

    void ILinked.BindTo(ServerAddress address)
    {
        foreach (ILinked session in Results)
        {
            session.BindTo(address);
        }
    }
}
