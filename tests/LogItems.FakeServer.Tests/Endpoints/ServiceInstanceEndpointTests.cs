using System.Net;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Endpoints;

public sealed class ServiceInstanceEndpointTests
{
    [Test]
    public async Task Get_WithoutToken_TellsWhichVersionsAreServed()
    {
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Versions = [ApiVersion.V5, ApiVersion.V6, ApiVersion.V7] });
        var served = new List<ApiVersion>();
        foreach (var version in ApiVersions.All)
        {
            using var http = new TestHttp(server, version);
            using var answer = await http.GetAsync("ServiceInstance");
            Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound));
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                served.Add(version);
            }
        }

        Assert.That(served, Is.EqualTo(new[] { ApiVersion.V6, ApiVersion.V7 }));
    }

    [Test]
    public async Task Get_WithToken_AnswersTheInstallation(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV6))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);

        var instance = await http.GetJsonAsync("ServiceInstance");

        Assert.That(instance.Names(), Is.EqualTo(new[] { "installationId", "version" }));
    }
}
