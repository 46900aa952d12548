namespace LogItems.Monitoring.Failures;

/// <summary>Distinct values, usually a single one: only a second one allocates a set.</summary>
internal struct DistinctValues<T>
    where T : notnull
{
    private bool _hasFirst;
    private T _first;
    private HashSet<T>? _all;

    public readonly int Count => _all?.Count ?? (_hasFirst ? 1 : 0);

    /// <summary>The only value; null if there are none or several.</summary>
    public readonly T? Only => Count == 1 ? _first : default;

    public readonly IEnumerable<T> Values => _all ?? (_hasFirst ? [_first] : Enumerable.Empty<T>());

    public void Add(T value)
    {
        if (_all is not null)
        {
            _all.Add(value);
        }
        else if (!_hasFirst)
        {
            (_first, _hasFirst) = (value, true);
        }
        else if (!_first.Equals(value))
        {
            _all = [_first, value];
        }
    }

    public void UnionWith(in DistinctValues<T> others)
    {
        foreach (var value in others.Values)
        {
            Add(value);
        }
    }
}
