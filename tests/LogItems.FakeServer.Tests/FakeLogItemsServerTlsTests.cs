using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

public sealed class FakeLogItemsServerTlsTests
{
    [TestCase("https://127.0.0.1:0")]
    [TestCase("https://localhost:0")]
    [TestCase("https://[::1]:0")]
    public async Task StartAsync_Https_ServesWithTheCertificateItNames(string url)
    {
        await using var server = await StartAsync(FakeCertificate.SelfSigned, url);

        Assert.That(server.BaseAddress.Scheme, Is.EqualTo("https"));
        Assert.That(server.Certificate!.HasPrivateKey, Is.False);
        Assert.That(server.CertificateSha256, Is.EqualTo(Convert.ToHexString(SHA256.HashData(server.Certificate.RawData))));
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);
        Assert.That((await http.GetAsync("JobSessions")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("https://127.0.0.1:0", null, "2.0")]
    [TestCase("https://127.0.0.1:0", "503:0", "1.1")]
    [TestCase("http://127.0.0.1:0", null, "1.1")]
    public async Task Url_ClientOffersHttp2_IsTakenOverTlsWithoutFaults(string url, string? fault, string version)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Url = new Uri(url), Faults = fault is null ? [] : [FakeFault.Parse(fault)],
        });
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            certificate?.GetCertHashString(HashAlgorithmName.SHA256) == server.CertificateSha256;
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.BaseAddress, "v8/ServiceInstance"))
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        using var answer = await client.SendAsync(request);

        Assert.That(answer.Version, Is.EqualTo(Version.Parse(version)));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("https://127.0.0.1")]
    [TestCase("https://localhost")]
    [TestCase("https://[::1]")]
    public async Task Certificate_SelfSigned_OnlyItsTrustIsMissing(string host) =>
        Assert.That(
            await ProblemsAsync(FakeCertificate.SelfSigned, host),
            Is.EqualTo((SslPolicyErrors.None, X509ChainStatusFlags.NoError)));

    [Test]
    public async Task Certificate_Expired_IsExpiredAndNothingElse() =>
        Assert.That(
            await ProblemsAsync(FakeCertificate.Expired, "https://localhost"),
            Is.EqualTo((SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid)));

    [Test]
    public async Task Certificate_OtherName_HasAnotherNameAndNothingElse() =>
        Assert.That(
            await ProblemsAsync(FakeCertificate.OtherName, "https://localhost"),
            Is.EqualTo((SslPolicyErrors.RemoteCertificateNameMismatch, X509ChainStatusFlags.NoError)));

    [Test]
    public async Task Certificate_OfEachServer_IsItsOwn()
    {
        await using var first = await StartAsync(FakeCertificate.SelfSigned);
        await using var second = await StartAsync(FakeCertificate.SelfSigned);

        Assert.That(first.CertificateSha256, Is.Not.EqualTo(second.CertificateSha256));
    }

    [Test]
    public async Task Certificate_WithoutHttps_IsNull()
    {
        await using var server = await FakeLogItemsServer.StartAsync();

        Assert.That(server.Certificate, Is.Null);
        Assert.That(server.CertificateSha256, Is.Null);
    }

    [Test]
    public async Task Links_OverHttps_SaySo()
    {
        await using var server = await StartAsync(FakeCertificate.SelfSigned);
        var http = await RawHttp.LogInAsync(server, ApiVersion.V5);

        var session = (await http.GetAsync($"JobSessions/{SeedSessions.V3SessionId}")).Json;

        Assert.That(session.Href("self"), Does.StartWith($"https://{server.BaseAddress.Authority}/v5/"));
    }

    private static Task<FakeLogItemsServer> StartAsync(FakeCertificate certificate, string url = "https://127.0.0.1:0") =>
        FakeLogItemsServer.StartAsync(new FakeServerOptions { Url = new Uri(url), Certificate = certificate });

    /// <summary>What is wrong with the certificate for a client that would trust it.</summary>
    private static async Task<(SslPolicyErrors Errors, X509ChainStatusFlags Chain)> ProblemsAsync(
        FakeCertificate kind, string host)
    {
        await using var server = await StartAsync(kind, $"{host}:0");
        (SslPolicyErrors, X509ChainStatusFlags) found = default;
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { server.Certificate! },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, chain, errors) =>
        {
            var flags = chain!.ChainStatus.Select(status => status.Status);
            found = (errors, flags.Aggregate(X509ChainStatusFlags.NoError, (all, flag) => all | flag));
            return true;
        };
        using var client = new HttpClient(handler);
        using var answer = await client.GetAsync(new Uri($"{host}:{server.BaseAddress.Port}/v8/ServiceInstance"));
        return found;
    }
}
