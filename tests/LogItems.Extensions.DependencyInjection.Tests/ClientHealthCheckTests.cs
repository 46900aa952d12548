using System.Net;
using System.Net.Sockets;
using LogItems.FakeServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LogItems.Extensions.DependencyInjection.Tests;

public class ClientHealthCheckTests
{
    [Test]
    public async Task Check_EveryVersion_IsHealthy([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new() { Versions = [version] });
        var entry = await CheckAsync(fake.BaseAddress);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Status, Is.EqualTo(HealthStatus.Healthy), entry.Description);
            Assert.That(entry.Description, Is.EqualTo($"The server responds with API {version.ToPathSegment()}."));
        }
    }

    [Test]
    public async Task Check_WrongPassword_SaysSo()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        var entry = await CheckAsync(fake.BaseAddress, password: "wrong");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Status, Is.EqualTo(HealthStatus.Unhealthy));
            Assert.That(entry.Exception, Is.TypeOf<LogItemsAuthenticationException>());
            Assert.That(entry.Description, Is.EqualTo(entry.Exception!.Message));
        }
    }

    [Test]
    public async Task Check_NobodyListens_HasTheStatusAskedFor()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var entry = await CheckAsync(new Uri($"http://127.0.0.1:{port}"), failureStatus: HealthStatus.Degraded);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.Status, Is.EqualTo(HealthStatus.Degraded));
            Assert.That(entry.Exception, Is.InstanceOf<HttpRequestException>());
        }
    }

    [Test]
    public async Task Check_NoAnswerInTime_SaysHowLongItWaited()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new() { Latency = TimeSpan.FromMinutes(10) });
        var entry = await CheckAsync(fake.BaseAddress, timeout: TimeSpan.FromMilliseconds(100));
        Assert.That(entry.Description, Is.EqualTo("The server did not respond within 0.1 s."));
    }

    [Test]
    public async Task Check_NamedClient_HasItsNameAndAsksItsServer()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        var entry = await CheckAsync(fake.BaseAddress, clientName: "Paris");
        Assert.That(entry.Status, Is.EqualTo(HealthStatus.Healthy), entry.Description);
    }

    private static async Task<HealthReportEntry> CheckAsync(
        Uri server, string password = "demo", string? clientName = null, HealthStatus? failureStatus = null, TimeSpan? timeout = null)
    {
        var collection = new ServiceCollection().AddLogging();
        collection.AddLogItemsClient(clientName ?? "", options =>
        {
            options.Server = server;
            options.Credential = new PasswordCredential("demo", password);
            options.MaxRetries = 0;
        });
        collection.AddHealthChecks().AddLogItemsClient(clientName, failureStatus: failureStatus, timeout: timeout);
        await using var services = collection.BuildServiceProvider();
        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries[clientName is null ? "logitems" : $"logitems-{clientName}"];
    }
}
