using System.Collections.Concurrent;
using System.Net;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Transport;

/// <summary>HTTP/2 where TLS lets both sides agree on it, HTTP/1.1 anywhere else, over real sockets.</summary>
public class HttpVersionTests
{
    private readonly FakeSession _session = SyntheticSessions.Create(1, 500, 1)[0];

    [Test]
    public async Task Reading_ServerOffersHttp2_IsHttp2OnOneConnection([Values(0, 2)] int prefetch)
    {
        await using var server = await ServeAsync("https://127.0.0.1:0");
        var (items, versions) = await ReadAsync(server, prefetch);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Is.EqualTo(_session.Items.Select(item => item.Id)));
            Assert.That(versions, Has.Count.GreaterThan(5).And.All.EqualTo(HttpVersion.Version20));
            Assert.That(server.ConnectionsOpened, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Reading_ServerOffersHttp2ButOptionsDoNot_IsHttp11()
    {
        await using var server = await ServeAsync("https://127.0.0.1:0");
        var (items, versions) = await ReadAsync(server, prefetch: 2, HttpVersion.Version11);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Is.EqualTo(_session.Items.Select(item => item.Id)));
            Assert.That(versions, Has.Count.GreaterThan(5).And.All.EqualTo(HttpVersion.Version11));
        }
    }

    [TestCase("https://127.0.0.1:0", FakeFaultKind.Html502)]
    [TestCase("http://127.0.0.1:0", null)]
    public async Task Reading_ServerSpeaksHttp11Only_IsHttp11(string url, FakeFaultKind? fault)
    {
        await using var server = await ServeAsync(url, fault);
        var (items, versions) = await ReadAsync(server, prefetch: 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Is.EqualTo(_session.Items.Select(item => item.Id)));
            Assert.That(versions, Has.Count.GreaterThan(5).And.All.EqualTo(HttpVersion.Version11));
        }
    }

    [Test]
    public async Task Reading_CanceledOnHttp2_LeavesTheConnectionForOthers()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Url = new("https://127.0.0.1:0"),
            Sessions = [_session],
            BeforeItem = async (_, index) => await (index >= 3 ? gate.Task : Task.CompletedTask),
        });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), Options(server, prefetch: 0));
        await foreach (var item in client.GetLogItemsAsync(_session.Id))
        {
            Assert.That(item.Id, Is.EqualTo(_session.Items[0].Id));
            break;
        }

        gate.SetResult();
        Assert.That((await client.GetLogItemsAsync(_session.Id).ToListAsync()).Count, Is.EqualTo(500));
        Assert.That(server.ConnectionsOpened, Is.EqualTo(1));
    }

    private Task<FakeLogItemsServer> ServeAsync(string url, FakeFaultKind? fault = null) => FakeLogItemsServer.StartAsync(new()
    {
        Url = new(url), Sessions = [_session], Faults = fault is { } kind ? [new FakeFault(kind, 0)] : [],
    });

    private async Task<(List<Guid> Items, ConcurrentQueue<Version> Versions)> ReadAsync(FakeLogItemsServer server, int prefetch, Version? newest = null)
    {
        var versions = new ConcurrentQueue<Version>();
        var options = Options(server, prefetch);
        options.HttpVersion = newest ?? options.HttpVersion;
        using var handler = new VersionRecorder(versions) { InnerHandler = LogItemsClient.CreatePrimaryHandler(server.BaseAddress, options) };
        using var client = new LogItemsClient(
            server.BaseAddress,
            new PasswordCredential("demo", "demo"),
            new() { PagePrefetch = prefetch, PageSize = 100, PrimaryHandler = handler });
        var items = await client.GetLogItemsAsync(_session.Id).ToListAsync();
        return ([.. items.Select(item => item.Id)], versions);
    }

    private static LogItemsClientOptions Options(FakeLogItemsServer server, int prefetch) => new()
    {
        PagePrefetch = prefetch,
        ServerCertificate = server.CertificateSha256 is { } sha256 ? ServerCertificate.Pin(sha256) : ServerCertificate.SystemTrust,
    };

    private sealed class VersionRecorder(ConcurrentQueue<Version> versions) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            versions.Enqueue(response.Version);
            return response;
        }
    }
}
