using System.Net;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace LogItems.Monitoring.Tests.Support;

/// <summary>A fake server with sessions, and a client of it.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    private ServerRun(FakeLogItemsServer server, LogItemsClient client) => (Server, Client) = (server, client);

    public FakeLogItemsServer Server { get; }

    public LogItemsClient Client { get; }

    public static Task<ServerRun> StartAsync(IReadOnlyList<FakeSession> sessions, ApiVersion? version = null) =>
        StartAsync(sessions, version, mapEndpoints: null);

    /// <summary>A server that answers some paths of v8, such as <c>Jobs</c>, with an error; the client does not retry.</summary>
    public static Task<ServerRun> StartFailingAsync(IReadOnlyList<FakeSession> sessions, HttpStatusCode status, params IReadOnlyList<string> paths) =>
        StartAsync(sessions, ApiVersion.V8, endpoints =>
        {
            foreach (var path in paths)
            {
                endpoints.Map($"/v8/{path}", http =>
                {
                    http.Response.StatusCode = (int)status;
                    return Task.CompletedTask;
                }).WithOrder(-1);
            }
        });

    private static async Task<ServerRun> StartAsync(
        IReadOnlyList<FakeSession> sessions, ApiVersion? version, Action<IEndpointRouteBuilder>? mapEndpoints)
    {
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = sessions, MapEndpoints = mapEndpoints });
        return new(server, new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version, MaxRetries = 0 }));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
