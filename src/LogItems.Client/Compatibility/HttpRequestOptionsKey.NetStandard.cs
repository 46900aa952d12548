namespace System.Net.Http;

/// <summary>The name of something in <see cref="HttpRequestOptions"/>, and its type.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal readonly struct HttpRequestOptionsKey<T>(string key)
{
    public string Key => key;
}
