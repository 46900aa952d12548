using LogItems.Serialization.Utf8;

namespace LogItems.Serialization;

/// <summary>The names of a type's properties, to match names on the wire in another letter case.</summary>
internal sealed class PropertyNames(params string[] names)
{
    /// <summary>The name of a property by its number.</summary>
    public string this[int property] => names[property];

    /// <summary>Determines whether a property has this name, in this case.</summary>
    public bool Contains(string name) => Array.IndexOf(names, name) >= 0;

    /// <summary>The number of the property with this name in any letter case, as Newtonsoft.Json matches it; -1 if there is none.</summary>
    public int IgnoringCase(ReadOnlySpan<byte> name)
    {
        var text = Utf8Text.Decode(name);
        return Array.FindIndex(names, candidate => string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase));
    }
}
