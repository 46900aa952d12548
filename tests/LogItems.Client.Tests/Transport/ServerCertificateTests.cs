using System.Net.Security;
using LogItems.Transport.Tls;

namespace LogItems.Client.Tests.Transport;

/// <summary>Certificates, over real TLS.</summary>
public class ServerCertificateTests
{
    [Test]
    public async Task SystemTrust_SelfSigned_IsRefusedWithAllThatIsNeededToPinIt()
    {
        await using var server = await TlsServer.StartAsync(TlsServer.SelfSigned());
        var exception = await RefusedAsync(server, ServerCertificate.SystemTrust);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Certificate.Problem, Is.EqualTo(ServerCertificateProblem.Untrusted));
            Assert.That(exception.HttpRequestError, Is.EqualTo(ClientBuild.Said(HttpRequestError.SecureConnectionError)));
            Assert.That(
                exception.Message,
                Does.StartWith(
                    "The certificate of localhost was issued by an authority that is not trusted here: "
                        + "subject CN=localhost, issuer itself (self-signed), valid "));
            Assert.That(exception.Message, Does.Contain($"SHA-256 {server.Sha256}").And.Contain("ServerCertificate.Pin"));
        }
    }

    [Test]
    public async Task Pin_TheServersCertificate_IsAccepted([Values(false, true)] bool hasColons, [Values("localhost", "other.test")] string name)
    {
        await using var server = await TlsServer.StartAsync(TlsServer.SelfSigned(name));
        var pin = hasColons ? string.Join(':', server.Sha256.Chunk(2).Select(pair => new string(pair))).ToLowerInvariant() : server.Sha256;
        Assert.That(await ReadAsync(server, ServerCertificate.Pin(new string('0', 64), pin)), Is.Empty);
    }

    [Test]
    public async Task Pin_AnotherCertificate_IsAPinMismatch()
    {
        await using var server = await TlsServer.StartAsync(TlsServer.SelfSigned());
        var exception = await RefusedAsync(server, ServerCertificate.Pin(new string('0', 64)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Certificate.Problem, Is.EqualTo(ServerCertificateProblem.PinMismatch));
            Assert.That(exception.Message, Does.Contain("does not match the pinned one").And.Contain(server.Sha256));
        }
    }

    [TestCase(-30, -1, ServerCertificateProblem.Expired)]
    [TestCase(1, 30, ServerCertificateProblem.NotYetValid)]
    public async Task Validity_NotNow_IsRefusedThoughPinned(int fromDays, int toDays, ServerCertificateProblem problem)
    {
        await using var server = await TlsServer.StartAsync(TlsServer.SelfSigned(fromDays: fromDays, toDays: toDays));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await RefusedAsync(server, ServerCertificate.Pin(server.Sha256))).Certificate.Problem, Is.EqualTo(problem));
            Assert.That((await RefusedAsync(server, ServerCertificate.SystemTrust)).Certificate.Problem, Is.EqualTo(problem));
        }
    }

    [Test]
    public async Task IssuedBy_TheRoot_IsAccepted()
    {
        var (root, leaf) = TlsServer.Issued();
        await using var server = await TlsServer.StartAsync(leaf);
        Assert.That(await ReadAsync(server, ServerCertificate.IssuedBy(root)), Is.Empty);
    }

    [TestCase("1.3.6.1.5.5.7.3.1", ServerCertificateProblem.None)]
    [TestCase("1.3.6.1.5.5.7.3.2", ServerCertificateProblem.Untrusted)]
    public void IssuedBy_TheRootForAPurpose_IsTrustedIfItIsThatOfServers(string purpose, ServerCertificateProblem problem)
    {
        // Asked of the check itself: no server starts with a certificate that is meant for clients.
        var (root, leaf) = TlsServer.Issued(purpose: purpose);
        var check = new CertificateCheck(ServerCertificate.IssuedBy(root), TimeProvider.System);
        Assert.That(check.Evaluate("localhost", leaf, chain: null, SslPolicyErrors.None).Problem, Is.EqualTo(problem));
    }

    [Test]
    public async Task IssuedBy_AnotherRoot_IsUntrusted()
    {
        var (_, leaf) = TlsServer.Issued();
        var (other, _) = TlsServer.Issued();
        await using var server = await TlsServer.StartAsync(leaf);
        Assert.That((await RefusedAsync(server, ServerCertificate.IssuedBy(other))).Certificate.Problem, Is.EqualTo(ServerCertificateProblem.Untrusted));
    }

    [Test]
    public async Task IssuedBy_TheRootButForAnotherName_IsANameMismatch()
    {
        var (root, leaf) = TlsServer.Issued("other.test");
        await using var server = await TlsServer.StartAsync(leaf);
        Assert.That((await RefusedAsync(server, ServerCertificate.IssuedBy(root))).Certificate.Problem, Is.EqualTo(ServerCertificateProblem.NameMismatch));
    }

    [Test]
    public async Task GetServerCertificateAsync_SelfSigned_ShowsItWithoutARequest()
    {
        await using var server = await TlsServer.StartAsync(TlsServer.SelfSigned());
        var info = await LogItemsClient.GetServerCertificateAsync(server.Address);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(info.Sha256, Is.EqualTo(server.Sha256));
            Assert.That(info.Subject, Is.EqualTo("CN=localhost"));
            Assert.That(info.Host, Is.EqualTo("localhost"));
            Assert.That(info.NotAfter, Is.EqualTo(new DateTimeOffset(server.Certificate.NotAfter.ToUniversalTime())));
            Assert.That(info.Problem, Is.EqualTo(ServerCertificateProblem.Untrusted));
        }
    }

    [Test]
    public void GetServerCertificateAsync_PlainHttp_IsRefused() =>
        Assert.That(() => LogItemsClient.GetServerCertificateAsync(new Uri("http://127.0.0.1:1")), Throws.ArgumentException);

    [Test]
    public async Task GetServerCertificateAsync_NoTlsThere_SaysSo()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var closing = CloseFirstAsync(listener);
        var exception = await Assert.ThrowsAsync<HttpRequestException>(
            () => LogItemsClient.GetServerCertificateAsync(new Uri($"https://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}")));
        Assert.That(exception!.Message, Does.StartWith("No certificate could be read from https://127.0.0.1:"));
        await closing;
    }

    [Test]
    public async Task GetServerCertificateAsync_PortThatAcceptsAndNeverAnswers_TimesOut()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var options = new LogItemsClientOptions { TryTimeout = TimeSpan.FromMilliseconds(200) };
        var exception = await Assert.ThrowsAsync<TimeoutException>(
            () => LogItemsClient.GetServerCertificateAsync(new Uri($"https://{listener.LocalEndpoint}"), options));
        Assert.That(
            exception!.Message,
            Is.EqualTo($"https://{listener.LocalEndpoint}/ did not present its certificate within 0.2 s. Check the address and the network, or increase "
                + "TryTimeout."));
    }

    [TestCase("")]
    [TestCase("AB12")]
    [TestCase("da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [TestCase("zz000000000000000000000000000000000000000000000000000000000000zz")]
    public void Pin_NoSha256_IsRefused(string text) =>
        Assert.That(
            () => ServerCertificate.Pin(text),
            Throws.ArgumentException.With.Message.Contain("64 hexadecimal digits").And.Property("ParamName").EqualTo("sha256"));

    [Test]
    public void Pin_Nothing_IsRefused() => Assert.That(() => ServerCertificate.Pin(), Throws.ArgumentException);

    private static async Task CloseFirstAsync(System.Net.Sockets.TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync();
    }

    private static async Task<List<LogItem>> ReadAsync(TlsServer server, ServerCertificate trusted)
    {
        using var client = new LogItemsClient(
            server.Address, new AccessTokenCredential("token"), new() { Version = ApiVersion.V8, ServerCertificate = trusted });
        return await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
    }

    private static async Task<ServerCertificateException> RefusedAsync(TlsServer server, ServerCertificate trusted) =>
        (await Assert.ThrowsAsync<ServerCertificateException>(() => ReadAsync(server, trusted)))!;
}
