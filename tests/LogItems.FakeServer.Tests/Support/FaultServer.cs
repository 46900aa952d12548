namespace LogItems.FakeServer.Tests.Support;

/// <summary>Servers whose answers go wrong, except those about tokens.</summary>
internal static class FaultServer
{
    public static Task<FakeLogItemsServer> StartAsync(
        string fault, FakeSession session, int seed = 0, string url = "http://127.0.0.1:0") =>
        FakeLogItemsServer.StartAsync(new FakeServerOptions
        {
            Url = new Uri(url),
            Sessions = [session],
            Faults = [FakeFault.Parse(fault)],
            FaultSeed = seed,
            FaultsAtToken = false,
        });
}
