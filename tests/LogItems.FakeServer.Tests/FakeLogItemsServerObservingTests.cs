using System.Security.Cryptography;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

public sealed class FakeLogItemsServerObservingTests
{
    [TestCase("http://127.0.0.1:0")]
    [TestCase("https://127.0.0.1:0")]
    public async Task Connections_OneClientOneAfterAnother_AreOne(string url)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Url = new Uri(url) });
        using (var client = Client(server))
        {
            for (var request = 0; request < 10; request++)
            {
                (await client.GetAsync(new Uri(server.BaseAddress, "v8/ServiceInstance"))).Dispose();
            }

            Assert.That((server.ConnectionsOpened, server.ConnectionsOpen, server.ConnectionsPeak), Is.EqualTo((1L, 1, 1)));
        }

        Assert.That(() => server.ConnectionsOpen, Is.Zero.After(20).Seconds.PollEvery(10).MilliSeconds);
        Assert.That((server.ConnectionsOpened, server.ConnectionsPeak), Is.EqualTo((1L, 1)));
    }

    [Test]
    public async Task Connections_OneForEachRequest_AreCountedOneByOne()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        for (var request = 1; request <= 5; request++)
        {
            await new RawHttp(server, ApiVersion.V8).GetAsync("ServiceInstance");
            Assert.That(() => server.ConnectionsOpen, Is.Zero.After(20).Seconds.PollEvery(10).MilliSeconds);
        }

        Assert.That((server.ConnectionsOpened, server.ConnectionsPeak), Is.EqualTo((5L, 1)));
    }

    [Test]
    public async Task Connections_HeldAtTheSameTime_AreThePeak()
    {
        var gate = new Gate(at: 0);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { BeforeItem = gate.BeforeItem });
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);
        Assert.That(() => server.ConnectionsOpen, Is.Zero.After(20).Seconds.PollEvery(10).MilliSeconds);

        var held = Enumerable.Range(0, 7).Select(_ => http.GetAsync($"JobSessions/{SeedSessions.V3SessionId}/LogItems")).ToList();
        Assert.That(() => server.ConnectionsOpen, Is.EqualTo(7).After(20).Seconds.PollEvery(10).MilliSeconds);
        gate.Open();
        await Task.WhenAll(held);

        Assert.That((server.ConnectionsOpened, server.ConnectionsPeak), Is.EqualTo((8L, 7)));
    }

    private static HttpClient Client(FakeLogItemsServer server) => new(new SocketsHttpHandler
    {
        SslOptions =
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate?.GetCertHashString(HashAlgorithmName.SHA256) == server.CertificateSha256,
        },
    });
}
