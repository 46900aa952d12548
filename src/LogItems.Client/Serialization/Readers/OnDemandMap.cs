using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace LogItems.Serialization.Readers;

/// <summary>A map that is created on first access; until then, it is little more than an identifier.</summary>
/// <remarks>Like any unchanged map, it can be read by several threads at the same time.</remarks>
internal sealed class OnDemandMap<T>(LinkTemplate<T> prototype, Guid identifier) : IDictionary<string, T>, IReadOnlyDictionary<string, T>, IOnDemand
    where T : ApiModel, new()
{
    /// <summary>The prototype at first; then the entries; a dictionary once the map has been changed.</summary>
    private object _state = prototype;

    public ICollection<string> Keys => Entries is { } entries ? Array.ConvertAll(entries, entry => entry.Key) : Changed.Keys;

    public ICollection<T> Values => Entries is { } entries ? Array.ConvertAll(entries, entry => entry.Value) : Changed.Values;

    public int Count => Entries?.Length ?? Changed.Count;

    public bool IsReadOnly => false;

    IEnumerable<string> IReadOnlyDictionary<string, T>.Keys => Keys;

    IEnumerable<T> IReadOnlyDictionary<string, T>.Values => Values;

    /// <summary>The template of the map; null once the map has been changed.</summary>
    public LinkTemplate<T>? Template => _state is Dictionary<string, T> ? null : prototype;

    /// <summary>The identifier of the object that the map belongs to.</summary>
    public Guid Identifier => identifier;

    IDictionary IOnDemand.Map => Entries is { } entries ? Copy(entries) : Changed;

    /// <summary>The entries, which are few, in wire order; null once the map has been changed.</summary>
    private KeyValuePair<string, T>[]? Entries => _state as KeyValuePair<string, T>[] ?? Make();

    private Dictionary<string, T> Changed => (Dictionary<string, T>)_state;

    private ICollection<KeyValuePair<string, T>> All => Entries is { } entries ? entries : Changed;

    public T this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The map has no entry '{key}'.");
        set => Change()[key] = value;
    }

    public void Add(string key, T value) => Change().Add(key, value);

    public void Add(KeyValuePair<string, T> item) => Change().Add(item.Key, item.Value);

    public void Clear() => Change().Clear();

    public bool Contains(KeyValuePair<string, T> item) => All.Contains(item);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => All.CopyTo(array, arrayIndex);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => All.GetEnumerator();

    public bool Remove(string key) => Change().Remove(key);

    public bool Remove(KeyValuePair<string, T> item) => ((ICollection<KeyValuePair<string, T>>)Change()).Remove(item);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Entries is not { } entries)
        {
            return Changed.TryGetValue(key, out value);
        }

        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KeyValuePair<string, T>[]? Make()
    {
        if (_state is LinkTemplate<T> original)
        {
            Interlocked.CompareExchange(ref _state, original.CopyFor(identifier), original);
        }

        return _state as KeyValuePair<string, T>[];
    }

    private static Dictionary<string, T> Copy(KeyValuePair<string, T>[] entries) => entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    private Dictionary<string, T> Change()
    {
        if (Entries is { } entries)
        {
            _state = Copy(entries);
        }

        return Changed;
    }
}
