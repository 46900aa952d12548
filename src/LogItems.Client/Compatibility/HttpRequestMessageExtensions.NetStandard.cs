namespace System.Net.Http;

[Microsoft.CodeAnalysis.Embedded]
internal static class HttpRequestMessageExtensions
{
    extension(HttpRequestMessage request)
    {
        /// <summary>The options of the request.</summary>
        public HttpRequestOptions Options => new(request.Properties);
    }
}
