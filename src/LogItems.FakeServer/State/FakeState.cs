using System.Security.Cryptography.X509Certificates;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Faults;
using LogItems.FakeServer.Requests;
using LogItems.FakeServer.Tokens;

namespace LogItems.FakeServer.State;

/// <summary>The shared state of a server's endpoints.</summary>
internal sealed class FakeState : IDisposable
{
    public FakeState(FakeServerOptions options)
    {
        Options = options;
        Tokens = new TokenStore(options.TimeProvider, options.TokenLifetime);
        foreach (var session in options.Sessions)
        {
            Sessions.Add(session);
        }

        if (options.Url.Scheme == Uri.UriSchemeHttps)
        {
            Certificate = CertificateFactory.Create(options.Certificate);
        }
    }

    public FakeServerOptions Options { get; }

    public SessionStore Sessions { get; } = new();

    public TokenStore Tokens { get; }

    public RequestLog Requests { get; } = new();

    public FaultCounts Faults { get; } = new();

    public ConnectionCount Connections { get; } = new();

    /// <summary>The certificate with its key; null without TLS.</summary>
    public X509Certificate2? Certificate { get; }

    public void Dispose() => Certificate?.Dispose();
}
