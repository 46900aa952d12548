using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogItems.Client.Tests.Transport;

/// <summary>A server with real TLS on the loopback interface, and certificates made for the occasion.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TlsServer(WebApplication app, X509Certificate2 certificate, int port)
    {
        _app = app;
        Certificate = certificate;
        Address = new Uri($"https://localhost:{port}");
    }

    public X509Certificate2 Certificate { get; }

    public Uri Address { get; }

    public string Sha256 => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public static async Task<TlsServer> StartAsync(X509Certificate2 certificate, RequestDelegate? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(answer ?? (context => context.Response.WriteAsJsonAsync(new { results = Array.Empty<object>() })));
        await app.StartAsync();
        return new TlsServer(app, certificate, new Uri(app.Urls.Single()).Port);
    }

    public static X509Certificate2 SelfSigned(string name = "localhost", int fromDays = -1, int toDays = 365)
    {
        using var key = RSA.Create(2048);
        var request = Request(name, key);
        return Loadable(request.CreateSelfSigned(Day(fromDays), Day(toDays)));
    }

    public static (X509Certificate2 Root, X509Certificate2 Leaf) Issued(string name = "localhost", string? purpose = null)
    {
        using var rootKey = RSA.Create(2048);
        var rootRequest = new CertificateRequest("CN=Contoso Root", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var root = rootRequest.CreateSelfSigned(Day(-10), Day(1000));
        using var key = RSA.Create(2048);
        var request = Request(name, key);
        if (purpose is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        }

        using var leaf = request.Create(root, Day(-1), Day(365), [1, 2, 3, 4]);
        return (X509CertificateLoader.LoadCertificate(root.RawData), Loadable(leaf.CopyWithPrivateKey(key)));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static CertificateRequest Request(string name, RSA key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static X509Certificate2 Loadable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);

    private static DateTimeOffset Day(int days) => TimeProvider.System.GetUtcNow().AddDays(days);
}
