using System.Collections.Concurrent;
using System.Net;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Fleets;

public class FleetServerTests
{
    [Test]
    public async Task CreateClient_ServerOffersHttp2_UsesHttp11()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0") });
        ConcurrentBag<Version> versions = [];
        using var client = (TestFleet.Server(server.BaseAddress) with { PinSha256 = [server.CertificateSha256!] }).CreateClient();

        await client.WithOptions(new() { OnResponse = response => versions.Add(response.Version) }).GetJobsAsync().CountAsync();

        Assert.That(versions, Is.Not.Empty.And.All.EqualTo(HttpVersion.Version11));
    }
}
