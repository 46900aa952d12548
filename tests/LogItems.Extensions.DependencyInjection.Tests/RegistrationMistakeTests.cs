using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LogItems.Extensions.DependencyInjection.Tests;

/// <summary>Registrations that cannot work are rejected before the first request, by a message that names them.</summary>
public class RegistrationMistakeTests
{
    [TestCase("Paris", "A LogItems client named 'Paris' is already registered; give each server a name of its own.")]
    [TestCase("", "A LogItems client without a name is already registered; give each server a name of its own: AddLogItemsClient(\"Paris\", …).")]
    public void Register_SameNameTwice_NamesIt(string name, string expected)
    {
        var services = new ServiceCollection();
        services.AddLogItemsClient("Rome", Configure);
        services.AddLogItemsClient(name, Configure);
        var exception = Assert.Throws<InvalidOperationException>(() => services.AddLogItemsClient(name, Configure));
        Assert.That(exception!.Message, Is.EqualTo(expected));
    }

    [TestCase("Oslo", "The health check for the LogItems client 'Oslo' has no client to check; register one of this name with AddLogItemsClient.")]
    [TestCase(null, "The health check for a LogItems client has no client to check; register one with AddLogItemsClient.")]
    public async Task Start_HealthCheckWithoutItsClient_NamesIt(string? name, string expected)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogItemsClient("Paris", Configure);
        builder.Services.AddHealthChecks().AddLogItemsClient(name).AddLogItemsClient("Paris");
        using var host = builder.Build();
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.That(exception!.Message, Is.EqualTo(expected));
    }

    [Test]
    public async Task Start_HealthCheckBeforeItsClient_IsFine()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHealthChecks().AddLogItemsClient("Paris");
        builder.Services.AddLogItemsClient("Paris", Configure);
        using var host = builder.Build();
        Assert.That(() => host.StartAsync(), Throws.Nothing);
        await host.StopAsync();
    }

    [Test]
    public async Task Start_SectionAboveNamedServers_SaysHowToRegisterThem()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("LogItems:Paris:Server", "https://paris.contoso.local:4443"), new("LogItems:Paris:AccessToken", "Tr0ub4dor"),
            new("LogItems:Rome:Server", "https://rome.contoso.local:4443"), new("LogItems:Rome:AccessToken", "Tr0ub4dor"),
        ]).Build();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogItemsClient(configuration.GetSection("LogItems"));
        using var host = builder.Build();
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.That(exception!.Message, Is.EqualTo(
            "The LogItems client cannot be used. "
            + "LogItems:Paris is the section of a server, not a setting; register it by its name: "
            + "AddLogItemsClient(\"Paris\", configuration.GetSection(\"LogItems:Paris\")). "
            + "LogItems:Rome is the section of a server, not a setting; register it by its name: "
            + "AddLogItemsClient(\"Rome\", configuration.GetSection(\"LogItems:Rome\"))."));
    }

    [Test]
    public async Task Configuration_MaxBufferSize_IsBoundAndChecked()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Server", "https://paris.contoso.local:4443"), new("AccessToken", "Tr0ub4dor"), new("MaxBufferSize", "1000"),
        ]).Build();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogItemsClient(configuration);
        using var host = builder.Build();
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.That(exception!.Message, Does.Contain("MaxBufferSize is 1000; it must be 65536 to 1073741824 bytes."));
    }

    private static void Configure(LogItemsServerOptions options)
    {
        options.Server = new Uri("https://backup.contoso.local:4443");
        options.Credential = new AccessTokenCredential("Tr0ub4dor");
    }
}
