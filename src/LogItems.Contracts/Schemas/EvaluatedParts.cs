namespace LogItems.Contracts.Schemas;

/// <summary>The parts of an object or an array that schemas have evaluated, which <c>unevaluatedProperties</c> and <c>unevaluatedItems</c>
/// ignore.</summary>
internal sealed class EvaluatedParts
{
    private readonly bool _isTracked;
    private HashSet<string>? _properties;
    private HashSet<int>? _items;

    public EvaluatedParts()
        : this(isTracked: true)
    {
    }

    private EvaluatedParts(bool isTracked) => _isTracked = isTracked;

    /// <summary>Records nothing, for documents that do not need it.</summary>
    public static EvaluatedParts Untracked { get; } = new(isTracked: false);

    public void AddProperty(string name) => _ = _isTracked && (_properties ??= new(StringComparer.Ordinal)).Add(name);

    public void AddItem(int index) => _ = _isTracked && (_items ??= []).Add(index);

    public bool HasProperty(string name) => _properties?.Contains(name) == true;

    public bool HasItem(int index) => _items?.Contains(index) == true;

    /// <summary>Adds the parts of the same value that another schema has evaluated.</summary>
    public void Add(EvaluatedParts other)
    {
        if (!_isTracked)
        {
            return;
        }

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
