namespace LogItems;

/// <summary>What has been told of a session's items, so that only news are told again.</summary>
internal sealed class FollowedItems
{
    private readonly Dictionary<Guid, State> _told = [];

    /// <summary>Whether an item is new, has ended or has changed since it was told last.</summary>
    public bool IsNews(LogItem item)
    {
        var state = new State(item.LevelText, item.Text, item.EndedAt);
        if (item.Id == Guid.Empty || (_told.TryGetValue(item.Id, out var before) && before == state))
        {
            return false;
        }

        _told[item.Id] = state;
        return true;
    }

    private readonly record struct State(string? Level, string Text, DateTimeOffset? EndedAt);
}
