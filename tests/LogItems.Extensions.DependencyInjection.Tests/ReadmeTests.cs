using LogItems.FakeServer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace LogItems.Extensions.DependencyInjection.Tests;

/// <summary>The C# of the package's README runs.</summary>
public class ReadmeTests
{
    [Test]
    public async Task Example_FromConfiguration_IsHealthy()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LogItems:Server"] = fake.BaseAddress.AbsoluteUri,
            ["LogItems:Username"] = "demo",
            ["LogItems:Password"] = "demo",
        });
        builder.Services.AddLogging();

        builder.Services.AddLogItemsClient(builder.Configuration.GetSection("LogItems"));
        builder.Services.AddHealthChecks().AddLogItemsClient();

        using var host = builder.Build();
        await host.StartAsync();
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.That(report.Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task Example_NamedServer_StartsWithHandlerAndCredentialFromServices()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTransient<AuditHandler>().AddSingleton<VaultCredential>();

        builder.Services.AddLogItemsClient("Paris", options => options.Server = new Uri("https://paris.contoso.local:4443"))
            .AddHttpMessageHandler<AuditHandler>();
        builder.Services.AddOptions<LogItemsServerOptions>("Paris")
            .Configure<VaultCredential>((options, vault) => options.Credential = vault);

        using var host = builder.Build();
        await host.StartAsync();
        Assert.That(host.Services.GetRequiredKeyedService<ILogItemsClient>("Paris"), Is.InstanceOf<LogItemsClient>());
    }

    private sealed class AuditHandler : DelegatingHandler;

    private sealed class VaultCredential : LogItemsCredential
    {
        public override ValueTask<AccessToken> GetTokenAsync(TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken) =>
            new(new AccessToken("from the vault"));
    }
}
