using LogItems.Paging;

namespace LogItems.Following;

/// <summary>The items of a followed session that were delivered, so that only new and changed ones are delivered again.</summary>
internal sealed class FollowedItems
{
    private readonly Dictionary<Guid, State> _delivered = new(SeededGuidComparer.Instance);

    /// <summary>Of items without an identifier that can be read: how many of the same content were delivered, and met in this poll.</summary>
    private readonly Dictionary<State, (int Delivered, int Met)> _anonymous = [];

    /// <summary>Begins to go through all items from the first one.</summary>
    public void BeginPoll()
    {
        foreach (var state in _anonymous.Keys.ToList())
        {
            _anonymous[state] = (_anonymous[state].Delivered, 0);
        }
    }

    /// <summary>Whether an item is new, has ended or has changed since it was delivered last.</summary>
    public bool IsNew(LogItem item)
    {
        var state = new State(item.LevelText, item.Text, item.EndedAt, item.Id == Guid.Empty ? item.StartedAt : null, item.Id == Guid.Empty ? item.Usn : null);
        if (item.Id == Guid.Empty)
        {
            _anonymous.TryGetValue(state, out var count);
            var isNew = count.Met == count.Delivered;
            _anonymous[state] = (count.Delivered + (isNew ? 1 : 0), count.Met + 1);
            return isNew;
        }

        if (_delivered.TryGetValue(item.Id, out var before) && before == state)
        {
            return false;
        }

        _delivered[item.Id] = state;
        return true;
    }

    private readonly record struct State(string? Level, string Text, DateTimeOffset? EndedAt, DateTimeOffset? StartedAt, long? Usn);
}
