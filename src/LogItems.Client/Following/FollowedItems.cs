using LogItems.Paging;

namespace LogItems.Following;

/// <summary>The items of a followed session that were delivered, so that only new and changed ones are delivered again.</summary>
internal sealed class FollowedItems
{
    private readonly Dictionary<ItemKey, (State State, int Poll)> _delivered = [];

    /// <summary>The number of items with the same key that came before in this poll.</summary>
    private readonly Dictionary<ItemKey, int> _repeats = [];
    private int _poll;

    /// <summary>Begins to go through all items from the first one.</summary>
    public void BeginPoll()
    {
        _poll++;
        _repeats.Clear();
    }

    /// <summary>Determines whether an item is new, has ended or has changed since it was delivered last.</summary>
    public bool IsNew(LogItem item) => IsNew(ItemKey.Of(item), new State(item.LevelText, item.Text, item.EndedAt));

    private bool IsNew(ItemKey key, State state)
    {
        var isKnown = _delivered.TryGetValue(key, out var before);
        if (isKnown && before.Poll == _poll)
        {
            // Another item that looks the same, as one poll has no item twice.
            _repeats.TryGetValue(key, out var times);
            _repeats[key] = ++times;
            return IsNew(key.Repeated(times), state);
        }

        _delivered[key] = (state, _poll);
        return !isKnown || before.State != state;
    }

    private readonly record struct State(string? Level, string Text, DateTimeOffset? EndedAt);
}
