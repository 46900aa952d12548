using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LogItems.FakeServer.Hosting;
using LogItems.FakeServer.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace LogItems.FakeServer;

/// <summary>An embedded LogItems server: every API version, real sockets, tokens that expire.</summary>
/// <remarks>The server does not log and reads neither environment variables nor configuration files.</remarks>
public sealed partial class FakeLogItemsServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FakeState _state;
    private bool _isDisposed;

    private FakeLogItemsServer(WebApplication app, FakeState state)
    {
        _app = app;
        _state = state;
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        BaseAddress = new Uri(addresses.Addresses.Single());
        if (state.Certificate is { } certificate)
        {
            Certificate = X509CertificateLoader.LoadCertificate(certificate.RawDataMemory.Span);
        }
    }

    /// <summary>The address of the server, with the actual port and without a version: <c>http://127.0.0.1:50123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The server's certificate without its private key; null without <c>https</c>.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>The SHA-256 thumbprint of the certificate, 64 hexadecimal digits; null without <c>https</c>.</summary>
    public string? CertificateSha256 => Certificate?.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>Starts a server. Dispose of it to stop it.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or the address is not a loopback address.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<FakeLogItemsServer> StartAsync(
        FakeServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FakeServerOptions();
        OptionsValidator.Run(options);
        var state = new FakeState(options);
        var app = FakeHost.Build(state);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new FakeLogItemsServer(app, state);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            state.Dispose();
            throw;
        }
    }

    /// <summary>Adds a session, which the next request returns.</summary>
    /// <exception cref="ArgumentException">A session with the same ID already exists.</exception>
    public void AddSession(FakeSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _state.Sessions.Add(session);
    }

    /// <summary>Stops the server. Responses still in progress after 100 milliseconds are aborted.</summary>
    /// <exception cref="UnmatchedRequestsException">
    /// A request matched no operation of any version, and <see cref="FakeServerOptions.AllowUnmatchedRequests"/> is not set.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _state.Dispose();
        var isFirst = !Interlocked.Exchange(ref _isDisposed, true);
        if (isFirst && !_state.Options.AllowUnmatchedRequests && UnmatchedRequests is { Count: > 0 } unmatched)
        {
            throw new UnmatchedRequestsException(unmatched);
        }
    }
}
