using System.Net;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Support;

/// <summary>A server whose items of some sessions are answered with an error.</summary>
internal static class RefusingServer
{
    public static ExportServer Of(
        FakeLogItemsServer server, IReadOnlyList<FakeSession> sessions, HttpStatusCode status = HttpStatusCode.NotImplemented) =>
        ExportServers.Of(server, "a", new RefusingHandler(sessions, status));

    private sealed class RefusingHandler(IReadOnlyList<FakeSession> sessions, HttpStatusCode status) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            sessions.Any(session => request.RequestUri!.AbsolutePath.Contains($"{session.Id}/LogItems", StringComparison.OrdinalIgnoreCase))
                ? Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request })
                : base.SendAsync(request, cancellationToken);
    }
}
