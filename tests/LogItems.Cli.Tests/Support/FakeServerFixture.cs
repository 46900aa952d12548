using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Support;

/// <summary>A fixture with a fake server of its own.</summary>
internal abstract class FakeServerFixture
{
    protected FakeLogItemsServer Server { get; private set; } = null!;

    /// <summary>What tells the tool about the server.</summary>
    protected Dictionary<string, string> Environment { get; private set; } = null!;

    protected virtual FakeServerOptions Options => new();

    [OneTimeSetUp]
    public async Task StartServer()
    {
        var options = Options;
        Server = await FakeLogItemsServer.StartAsync(options);
        Environment = new()
        {
            ["LOGITEMS_SERVER"] = Server.BaseAddress.AbsoluteUri,
            ["LOGITEMS_USERNAME"] = options.Username,
            ["LOGITEMS_PASSWORD"] = options.Password,
        };
    }

    [OneTimeTearDown]
    public async Task StopServer() => await Server.DisposeAsync();

    protected Task<ToolRun> RunAsync(string commandLine) => ToolRun.StartAsync(commandLine, Environment);
}
