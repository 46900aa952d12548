using System.Runtime.InteropServices;

namespace LogItems.Export.Records;

/// <summary>Assigns a key to each item of one read of a session, and determines whether it was exported before in its current state.</summary>
/// <remarks>Uses about 50 bytes of memory per item of the session.</remarks>
internal sealed class ItemKeys
{
    private readonly Dictionary<Guid, Known> _items = [];

    /// <summary>Adds the items that were exported before.</summary>
    public void AddExported(Guid key, ulong version) => CollectionsMarshal.GetValueRefOrAddDefault(_items, key, out _).Version = version;

    /// <summary>Gets whether any item was exported before.</summary>
    public bool HasExported => _items.Count > 0;

    /// <summary>Gets the key and the version of the next item, and whether it is new or has changed.</summary>
    public (Guid Key, ulong Version, bool IsChanged) Next(LogItem item)
    {
        var own = item.Id != Guid.Empty ? item.Id : RecordHash.KeyOf(item);
        var key = own;
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_items, own, out _);
        first.Seen++;
        ref var known = ref first;
        if (first.Seen > 1)
        {
            key = RecordHash.KeyOf(own, first.Seen);
            known = ref CollectionsMarshal.GetValueRefOrAddDefault(_items, key, out _);
        }

        var version = RecordHash.VersionOf(item);
        var isChanged = known.Version != version;
        known.Version = version;
        return (key, version, isChanged);
    }

    /// <summary>The state of an item; version 0 means none, which occurs as a hash only once in 2^64.</summary>
    private struct Known
    {
        public ulong Version;
        public int Seen;
    }
}
