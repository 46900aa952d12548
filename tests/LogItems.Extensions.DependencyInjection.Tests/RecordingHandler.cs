using System.Collections.Concurrent;

namespace LogItems.Extensions.DependencyInjection.Tests;

/// <summary>A handler as a caller would add it: notes path and authorization scheme of everything that passes.</summary>
internal sealed class RecordingHandler(ConcurrentQueue<(string Path, string? Scheme)> seen) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        seen.Enqueue((request.RequestUri!.AbsolutePath, request.Headers.Authorization?.Scheme));
        return base.SendAsync(request, cancellationToken);
    }
}
