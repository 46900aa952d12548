using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using LogItems.FakeServer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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

    [Test]
    public async Task Settings_OfTheReadme_AreAccepted()
    {
        var readme = await File.ReadAllTextAsync(Readme());
        var settings = readme.Split("```json\n")[1].Split("```")[0]
            .Replace("64 hexadecimal digits; logitems certificate shows them", new string('A', 64), StringComparison.Ordinal);
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(settings));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonStream(json).AddInMemoryCollection([new("LogItems:Password", "from the environment")]);
        builder.Services.AddLogItemsClient(builder.Configuration.GetSection("LogItems"));

        using var host = builder.Build();
        await host.StartAsync();

        var options = host.Services.GetRequiredService<IOptionsMonitor<LogItemsServerOptions>>().CurrentValue;
        Assert.That((options.Server, options.Version), Is.EqualTo((new Uri("https://backup.contoso.local:4443"), (ApiVersion?)ApiVersion.V8)));
    }

    [Test]
    public async Task SettingsThatTheReadmeLists_AreAllThereAre()
    {
        var readme = await File.ReadAllTextAsync(Readme());
        var list = readme.Split("settings are ")[1].Split("An unknown setting is")[0];
        var listed = Regex.Matches(list, "`([A-Z][A-Za-z0-9]+)`").Select(match => match.Groups[1].Value);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("LogItems:NoSuchSetting", "1")]);
        builder.Services.AddLogItemsClient(builder.Configuration.GetSection("LogItems"));
        using var host = builder.Build();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        var known = Regex.Match(refusal!.Message, "is not a setting; these are: ([A-Za-z0-9, ]+)").Groups[1].Value.Split(", ");
        Assert.That(listed, Is.EquivalentTo(known), refusal.Message);
    }

    private static string Readme([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "src", "LogItems.Extensions.DependencyInjection", "README.md");

    private sealed class AuditHandler : DelegatingHandler;

    private sealed class VaultCredential : LogItemsCredential
    {
        public override ValueTask<AccessToken> GetTokenAsync(TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken) =>
            new(new AccessToken("from the vault"));
    }
}
