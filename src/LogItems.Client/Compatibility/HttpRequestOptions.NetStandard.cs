namespace System.Net.Http;

/// <summary>The options of a request on its way through the handlers; .NET Standard only has an untyped dictionary.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal readonly struct HttpRequestOptions(IDictionary<string, object?> properties)
{
    public void Set<T>(HttpRequestOptionsKey<T> key, T value) => properties[key.Key] = value;

    public bool TryGetValue<T>(HttpRequestOptionsKey<T> key, out T? value)
    {
        var isThere = properties.TryGetValue(key.Key, out var found) && found is T;
        value = isThere ? (T)found! : default;
        return isThere;
    }
}
