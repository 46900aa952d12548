using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LogItems.Extensions.DependencyInjection.Tests;

public class ServerOptionsValidatorTests
{
    private static readonly (string, string?)[] Usable =
        [("Server", "https://backup.contoso.local:4443"), ("Version", "v8"), ("Username", @"CONTOSO\operator"), ("Password", "Tr0ub4dor")];

    [Test]
    public async Task Start_NothingConfigured_SaysAllThatIsMissing() =>
        Assert.That(
            await MessageOfAsync(Configurations.LogItems()),
            Is.EqualTo(
                "The LogItems client cannot be used. Server is missing; set it to the server's address, for example https://host:4443. "
                + "Credential is missing; set it in code, or Username and Password, AccessToken or RefreshToken in the configuration."));

    [Test]
    public async Task Start_SeveralMistakes_AreAllInOneMessage()
    {
        var message = await MessageOfAsync(Configurations.LogItems(
            ("Server", "http://backup.contoso.local:4443"), ("Version", "v9"), ("Username", "operator"), ("PageSize", "20000"), ("Retries", "3")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(message, Does.Contain("'http://backup.contoso.local:4443/' uses http"));
            Assert.That(message, Does.Contain("LogItems:Version is 'v9'; use one of v2, v3, v4, v5, v6, v7, v8"));
            Assert.That(message, Does.Contain("LogItems:Password is missing where Username is given."));
            Assert.That(message, Does.Contain("PageSize is 20000; it must be 1 to 10000."));
            Assert.That(message, Does.Contain("LogItems:Retries is not a setting; these are: Server, Version,"));
            Assert.That(message, Does.Not.Contain("Credential is missing").And.Not.Contain("Parameter"));
        }
    }

    [TestCase("Server", "operator:Tr0ub4dor@backup", "LogItems:Server is not an address; it should look like https://host:4443.")]
    [TestCase("Server", "https://operator:Tr0ub4dor@backup", "The server's address contains a user name or password; pass them as a credential.")]
    [TestCase("Server", "https://backup/v7", "The server's address specifies v7 and the options specify v8; specify only one.")]
    [TestCase("AccessToken", "Tr0ub4dor", "LogItems has more than one of Username and Password, AccessToken and RefreshToken; one is enough.")]
    [TestCase("PinSha256", "AB:CD", "LogItems:PinSha256 is not one or more SHA-256 thumbprints of 64 hexadecimal digits")]
    [TestCase("MaxRetries", "many", "LogItems:MaxRetries is 'many', which is not a whole number.")]
    [TestCase("MaxRetries", "11", "MaxRetries is 11; it must be 0 to 10.")]
    [TestCase("HttpVersion", "2", "LogItems:HttpVersion is '2'; use 1.1 or 2.0.")]
    [TestCase("HttpVersion", "3.0", "HttpVersion is 3.0; it must be 1.1 or 2.0.")]
    [TestCase("Timeout", "30", "LogItems:Timeout is '30', which is not a time like 00:00:30.")]
    [TestCase("Timeout", "00:00:00", "both must be more than zero, and at most 24 days.")]
    [TestCase("TryTimeout", "25.00:00:00", "both must be more than zero, and at most 24 days.")]
    [TestCase("LogoutOnDispose", "yes", "LogItems:LogoutOnDispose is 'yes'; use true or false.")]
    public async Task Start_OneMistake_IsSaidWithoutASecret(string key, string value, string expected)
    {
        var message = await MessageOfAsync(Configurations.LogItems([.. Usable.Where(setting => setting.Item1 != key), (key, value)]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(message, Does.Contain(expected));
            Assert.That(message, Does.Not.Contain("Tr0ub4dor"));
        }
    }

    [Test]
    public void Start_NamedClient_IsNamed()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogItemsClient("Paris", Configurations.LogItems());
        Assert.That(
            () => builder.Build().StartAsync(),
            Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith("The LogItems client 'Paris' cannot be used."));
    }

    [Test]
    public async Task Start_UsableConfiguration_Starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogItemsClient(Configurations.LogItems(
            [.. Usable, ("Timeout", "00:02:00"), ("MaxConnections", "2"), ("HttpVersion", "1.1"), ("PinSha256", "")]));
        using var host = builder.Build();
        await host.StartAsync();
        var options = host.Services.GetRequiredService<IOptions<LogItemsServerOptions>>().Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.Timeout, Is.EqualTo(TimeSpan.FromMinutes(2)));
            Assert.That(options.MaxConnections, Is.EqualTo(2));
            Assert.That(options.HttpVersion, Is.EqualTo(HttpVersion.Version11));
            Assert.That(options.ServerCertificate, Is.SameAs(ServerCertificate.SystemTrust));
        }
    }

    [Test]
    public async Task Start_PrimaryHandlerAmongTheOptions_NamesTheBuilder()
    {
        using var handler = new HttpClientHandler();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogItemsClient(Configurations.LogItems(Usable), options => options.PrimaryHandler = handler);
        using var host = builder.Build();
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.That(exception!.Message, Does.Contain("call ConfigurePrimaryHttpMessageHandler on the builder"));
    }

    [Test]
    public async Task Start_CredentialFromAService_Counts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogItemsClient(Configurations.LogItems(("Server", "https://backup")));
        builder.Services.AddSingleton<LogItemsCredential>(new AccessTokenCredential("from a vault"));
        builder.Services.AddOptions<LogItemsServerOptions>().Configure<LogItemsCredential>((options, vault) => options.Credential = vault);
        using var host = builder.Build();
        Assert.That(async () => await host.StartAsync(), Throws.Nothing);
    }

    private static async Task<string> MessageOfAsync(IConfiguration section)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogItemsClient(section);
        using var host = builder.Build();
        return (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync()))!.Message;
    }
}
