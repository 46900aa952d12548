namespace LogItems.Contracts.Schemas;

/// <summary>What of an object or an array schemas have described, which <c>unevaluatedProperties</c> and <c>unevaluatedItems</c>
/// leave alone.</summary>
internal sealed class EvaluatedParts
{
    private HashSet<string>? _properties;
    private HashSet<int>? _items;

    public void AddProperty(string name) => (_properties ??= new(StringComparer.Ordinal)).Add(name);

    public void AddItem(int index) => (_items ??= []).Add(index);

    public bool HasProperty(string name) => _properties?.Contains(name) == true;

    public bool HasItem(int index) => _items?.Contains(index) == true;

    /// <summary>Adds what another schema has described of the same value.</summary>
    public void Add(EvaluatedParts other)
    {
        if (other._properties is { } properties)
        {
            (_properties ??= new(StringComparer.Ordinal)).UnionWith(properties);
        }

        if (other._items is { } items)
        {
            (_items ??= []).UnionWith(items);
        }
    }
}
