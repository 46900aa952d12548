using System.Collections.Concurrent;
using LogItems.FakeServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LogItems.Extensions.DependencyInjection.Tests;

public class LogItemsServiceCollectionExtensionsTests
{
    private const string TokenPath = "/v8/token";

    [Test]
    public async Task AddLogItemsClient_FromCode_ReadsTheServer()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        await using var services = new ServiceCollection().AddLogItemsClient(Demo(fake)).Services.BuildServiceProvider();
        Assert.That(await SessionsOfAsync(services.GetRequiredService<ILogItemsClient>()), Is.EqualTo(2));
    }

    [Test]
    public async Task AddLogItemsClient_FromConfiguration_SignsInToThePinnedServerInItsVersion()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0") });
        var section = Configurations.LogItems(
            ("Server", fake.BaseAddress.AbsoluteUri), ("Version", "v6"), ("PinSha256", fake.CertificateSha256), ("Username", "demo"), ("Password", "demo"));
        await using var services = new ServiceCollection().AddLogItemsClient(section).Services.BuildServiceProvider();
        Assert.That(await SessionsOfAsync(services.GetRequiredService<ILogItemsClient>()), Is.EqualTo(2));
        Assert.That(fake.Requests.Select(request => request.Version), Is.All.EqualTo(ApiVersion.V6));
    }

    [Test]
    public async Task AddLogItemsClient_PinOfAnotherCertificate_IsRefused()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new() { Url = new("https://127.0.0.1:0") });
        var section = Configurations.LogItems(
            ("Server", fake.BaseAddress.AbsoluteUri), ("PinSha256:0", new string('A', 64)), ("PinSha256:1", new string('B', 64)), ("AccessToken", "T"),
            ("MaxRetries", "0"));
        await using var services = new ServiceCollection().AddLogItemsClient(section).Services.BuildServiceProvider();
        var client = services.GetRequiredService<ILogItemsClient>();
        Assert.That(async () => await client.GetVersionAsync(), Throws.TypeOf<ServerCertificateException>());
        Assert.That(fake.Requests, Is.Empty);
    }

    [Test]
    public async Task AddLogItemsClient_SeveralNames_EachKeyIsItsServer()
    {
        await using var paris = await FakeLogItemsServer.StartAsync(new() { Sessions = [] });
        await using var tokyo = await FakeLogItemsServer.StartAsync();
        var collection = new ServiceCollection();
        collection.AddLogItemsClient("Paris", Demo(paris));
        collection.AddLogItemsClient("Tokyo", Demo(tokyo));
        await using var services = collection.BuildServiceProvider();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await SessionsOfAsync(services.GetRequiredKeyedService<ILogItemsClient>("Paris")), Is.Zero);
            Assert.That(await SessionsOfAsync(services.GetRequiredKeyedService<ILogItemsClient>("Tokyo")), Is.EqualTo(2));
            Assert.That(services.GetService<ILogItemsClient>(), Is.Null);
        }
    }

    [Test]
    public async Task AddLogItemsClient_HandlersRenewed_TheTokenIsKept()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        var handlers = 0;
        var collection = new ServiceCollection();
        collection.AddLogItemsClient(Demo(fake))
            .SetHandlerLifetime(TimeSpan.FromSeconds(1))
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                handlers++;
                return new SocketsHttpHandler();
            });
        await using var services = collection.BuildServiceProvider();
        var client = services.GetRequiredService<ILogItemsClient>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (handlers < 3)
        {
            await client.GetJobSessionsPageAsync(cancellationToken: patience.Token);
        }

        Assert.That(TokenRequests(fake), Is.EqualTo(1));
    }

    [Test]
    public async Task AddLogItemsClient_ManyFirstCallsAtOnce_SignInOnce()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        await using var services = new ServiceCollection().AddLogItemsClient(Demo(fake)).Services.BuildServiceProvider();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SessionsOfAsync(services.GetRequiredService<ILogItemsClient>()))));
        Assert.That(TokenRequests(fake), Is.EqualTo(1));
    }

    [Test]
    public async Task AddLogItemsClient_HandlerOfTheCaller_SeesEveryTrySigned()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(
            new() { Faults = [new(FakeFaultKind.Unavailable, 1)], FaultsAtToken = false, RetryAfter = TimeSpan.Zero });
        var seen = new ConcurrentQueue<(string Path, string? Scheme)>();
        var collection = new ServiceCollection();
        collection.AddLogItemsClient(options =>
        {
            Demo(fake)(options);
            options.MaxRetries = 2;
        }).AddHttpMessageHandler(() => new RecordingHandler(seen));
        await using var services = collection.BuildServiceProvider();
        Assert.That(async () => await SessionsOfAsync(services.GetRequiredService<ILogItemsClient>()), Throws.TypeOf<LogItemsApiException>());
        var read = ("/v8/JobSessions", (string?)"Bearer");
        Assert.That(seen, Is.EqualTo(new[] { (TokenPath, null), read, read, read }));
    }

    [Test]
    public async Task AddLogItemsClient_EverythingLogged_HoldsNoSecret()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new() { Password = "Tr0ub4dor" });
        using var log = new RecordingLoggerProvider();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        collection.AddLogItemsClient(options =>
        {
            Demo(fake)(options);
            options.Credential = new PasswordCredential("demo", "Tr0ub4dor");
        });
        await using var services = collection.BuildServiceProvider();
        await SessionsOfAsync(services.GetRequiredService<ILogItemsClient>());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Lines, Has.Some.Contains("/v8/JobSessions"));
            Assert.That(log.Lines, Has.None.Contains("Tr0ub4dor").And.None.Contains("Bearer "));
        }
    }

    [Test]
    public async Task AddLogItemsClient_FactoryThatRedactsNothing_TheTokenIsNotLogged()
    {
        // Microsoft.Extensions.Http 8 redacts nothing by default.
        await using var fake = await FakeLogItemsServer.StartAsync();
        using var log = new RecordingLoggerProvider();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        collection.ConfigureHttpClientDefaults(builder => builder.RedactLoggedHeaders(_ => false));
        collection.AddLogItemsClient(Demo(fake));
        await using var services = collection.BuildServiceProvider();
        await SessionsOfAsync(services.GetRequiredService<ILogItemsClient>());
        Assert.That(log.Lines, Has.Some.Contains("Authorization").And.None.Contains("Bearer "));
    }

    [Test]
    public async Task AddLogItemsClient_LogoutOnDispose_GivesTheTokenBack()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        var collection = new ServiceCollection();
        collection.AddLogItemsClient(options =>
        {
            Demo(fake)(options);
            options.LogoutOnDispose = true;
        });
        await using (var services = collection.BuildServiceProvider())
        {
            await SessionsOfAsync(services.GetRequiredService<ILogItemsClient>());
        }

        Assert.That(fake.Requests[^1].Path, Is.EqualTo("/v8/token/logout"));
    }

    private static Action<LogItemsServerOptions> Demo(FakeLogItemsServer fake) => options =>
    {
        options.Server = fake.BaseAddress;
        options.Version = ApiVersion.V8;
        options.Credential = new PasswordCredential("demo", "demo");
    };

    private static async Task<int> SessionsOfAsync(ILogItemsClient client) => (await client.GetJobSessionsPageAsync()).Results.Count;

    private static int TokenRequests(FakeLogItemsServer fake) => fake.Requests.Count(request => request.Path == TokenPath);
}
