using LogItems.FakeServer;

namespace LogItems.Monitoring.Tests.Support;

/// <summary>A fake server with sessions, and a client of it.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    private ServerRun(FakeLogItemsServer server, LogItemsClient client) => (Server, Client) = (server, client);

    public FakeLogItemsServer Server { get; }

    public LogItemsClient Client { get; }

    public static async Task<ServerRun> StartAsync(IReadOnlyList<FakeSession> sessions, ApiVersion? version = null)
    {
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = sessions });
        return new(server, new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version }));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
