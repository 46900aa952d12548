using System.Diagnostics.CodeAnalysis;

namespace LogItems.Contracts.Documents;

/// <summary>A mapping, in the order of the source.</summary>
public sealed class ContractMap : ContractNode
{
    // Most maps have only a few keys; a table for each would take most of a large document's memory.
    internal const int Few = 8;

    private readonly KeyValuePair<string, ContractNode>[] _entries;
    private readonly Dictionary<string, ContractNode>? _byKey;

    internal ContractMap(IReadOnlyList<KeyValuePair<string, ContractNode>> entries, Location location)
        : base(location)
    {
        _entries = entries as KeyValuePair<string, ContractNode>[] ?? [.. entries];
        _byKey = _entries.Length <= Few
            ? null
            : _entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
    }

    /// <summary>The entries, in the order of the source.</summary>
    public IReadOnlyList<KeyValuePair<string, ContractNode>> Entries => _entries;

    /// <summary>The entries, for code that iterates over many maps.</summary>
    internal ReadOnlySpan<KeyValuePair<string, ContractNode>> Span => _entries;

    /// <summary>The value under a key, or null if absent.</summary>
    public ContractNode? this[string key] => _byKey is null ? FindAmongFew(key) : _byKey.GetValueOrDefault(key);

    /// <summary>Determines whether the mapping has the key.</summary>
    public bool Has(string key) => this[key] is not null;

    /// <summary>The text of a string under a key; false if the key is missing or its value is not a string.</summary>
    public bool TryGetString(string key, [NotNullWhen(true)] out string? text)
    {
        text = this[key] is ContractScalar { Kind: ScalarKind.String } scalar ? scalar.Text : null;
        return text is not null;
    }

    /// <summary>The entries of a map under a key; none if there is no map.</summary>
    internal IReadOnlyList<KeyValuePair<string, ContractNode>> EntriesOf(string key) => (this[key] as ContractMap)?.Entries ?? [];

    /// <summary>The items of a list under a key; none if there is no list.</summary>
    internal IReadOnlyList<ContractNode> ItemsOf(string key) => (this[key] as ContractList)?.Items ?? [];

    /// <summary>The texts of the scalars of a list under a key.</summary>
    internal IEnumerable<string> TextsOf(string key) => ItemsOf(key).OfType<ContractScalar>().Select(item => item.Text);

    /// <summary>The text of a scalar under a key; null if absent.</summary>
    internal string? TextOf(string key) => (this[key] as ContractScalar)?.Text;

    internal bool IsTrue(string key) => this[key] is ContractScalar { Kind: ScalarKind.Boolean, Text: "true" };

    private ContractNode? FindAmongFew(string key)
    {
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
