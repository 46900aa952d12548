using LogItems.Paging;

namespace LogItems.Following;

/// <summary>Keeps track of the delivered items of a followed session, so that only new and changed ones are delivered.</summary>
internal sealed class FollowedItems
{
    private readonly Dictionary<ItemKey, (State State, int Poll)> _delivered = [];

    /// <summary>The number of earlier items with the same key in this poll.</summary>
    private readonly Dictionary<ItemKey, int> _repeats = [];
    private int _poll;

    /// <summary>Begins a poll, which starts again from the first item.</summary>
    public void BeginPoll()
    {
        _poll++;
        _repeats.Clear();
    }

    /// <summary>Determines whether an item is new, or has ended or changed since it was last delivered.</summary>
    public bool IsNew(LogItem item) => IsNew(ItemKey.Of(item), new State(item.LevelText, item.Text, item.EndedAt));

    private bool IsNew(ItemKey key, State state)
    {
        var isKnown = _delivered.TryGetValue(key, out var before);
        if (isKnown && before.Poll == _poll)
        {
            // A different item with the same key, because no item occurs twice in one poll.
            _repeats.TryGetValue(key, out var times);
            _repeats[key] = ++times;
            return IsNew(key.Repeated(times), state);
        }

        _delivered[key] = (state, _poll);
        return !isKnown || before.State != state;
    }

    private readonly record struct State(string? Level, string Text, DateTimeOffset? EndedAt);
}
