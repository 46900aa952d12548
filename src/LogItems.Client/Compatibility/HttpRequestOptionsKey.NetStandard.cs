namespace System.Net.Http;

/// <summary>A key of <see cref="HttpRequestOptions"/>: its name and the type of its value.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal readonly struct HttpRequestOptionsKey<T>(string key)
{
    public string Key => key;
}
