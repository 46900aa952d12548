using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace LogItems;

/// <summary>A map that is made when it is first asked for; until then it is little more than an identifier.</summary>
/// <remarks>Asking may be done by several threads at once, as with any map that is not changed.</remarks>
internal sealed class OnDemandMap<T>(MapPrototype<T> prototype, Guid identifier) : IDictionary<string, T>, IReadOnlyDictionary<string, T>, IOnDemand
    where T : WireObject, new()
{
    /// <summary>The prototype, then the map.</summary>
    private object _state = prototype;

    public ICollection<string> Keys => Map.Keys;

    public ICollection<T> Values => Map.Values;

    public int Count => Map.Count;

    public bool IsReadOnly => false;

    IEnumerable<string> IReadOnlyDictionary<string, T>.Keys => Map.Keys;

    IEnumerable<T> IReadOnlyDictionary<string, T>.Values => Map.Values;

    IDictionary IOnDemand.Map => Map;

    private Dictionary<string, T> Map => _state as Dictionary<string, T> ?? Make();

    private ICollection<KeyValuePair<string, T>> Entries => Map;

    public T this[string key]
    {
        get => Map[key];
        set => Map[key] = value;
    }

    public void Add(string key, T value) => Map.Add(key, value);

    public void Add(KeyValuePair<string, T> item) => Entries.Add(item);

    public void Clear() => Map.Clear();

    public bool Contains(KeyValuePair<string, T> item) => Entries.Contains(item);

    public bool ContainsKey(string key) => Map.ContainsKey(key);

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => Entries.CopyTo(array, arrayIndex);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => Map.GetEnumerator();

    public bool Remove(string key) => Map.Remove(key);

    public bool Remove(KeyValuePair<string, T> item) => Entries.Remove(item);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => Map.TryGetValue(key, out value);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, T> Make()
    {
        if (_state is MapPrototype<T> original)
        {
            Interlocked.CompareExchange(ref _state, original.CopyFor(identifier), original);
        }

        return (Dictionary<string, T>)_state;
    }
}
