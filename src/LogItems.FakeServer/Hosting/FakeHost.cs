using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Endpoints;
using LogItems.FakeServer.Faults;
using LogItems.FakeServer.Requests;
using LogItems.FakeServer.State;
using LogItems.FakeServer.Tokens;
using LogItems.FakeServer.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LogItems.FakeServer.Hosting;

/// <summary>Maps the endpoints of all served versions on Kestrel.</summary>
internal static class FakeHost
{
    // A client that does not read its response must not delay the end of a test.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(100);

    // With this size, a flush returns when the network has accepted the bytes, so that a reset cuts off only what follows.
    private const long MinWriteBuffer = 2;

    public static WebApplication Build(FakeState state)
    {
        // Empty on purpose: no configuration files, no environment variables, no logging, nothing on the console.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Slow readers are allowed, because some tests check their effect on the server.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(ListenAddress.Read(state.Options.Url), listen => Listen(listen, state));
        });
        if (state.Options.Faults.Count > 0)
        {
            builder.WebHost.UseSockets(sockets => sockets.MaxWriteBufferSize = MinWriteBuffer);
        }

        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);

        var app = builder.Build();
        app.Use(RequestRecorder.Into(state.Requests));
        if (state.Options.Latency > TimeSpan.Zero)
        {
            app.Use(next => http => DelayAsync(state.Options.Latency, next, http));
        }

        Map(app, state);
        return app;
    }

    private static void Listen(ListenOptions listen, FakeState state)
    {
        // TLS allows negotiating HTTP/2. Faults close connections, and an HTTP/2 connection carries other requests too.
        var offersHttp2 = state.Certificate is not null && state.Options.Faults.Count == 0;
        listen.Protocols = offersHttp2 ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
        listen.Use(state.Connections.Middleware);
        if (state.Certificate is { } certificate)
        {
            listen.UseHttps(certificate);
        }
    }

    private static async Task DelayAsync(TimeSpan latency, RequestDelegate next, HttpContext http)
    {
        await Task.Delay(latency, http.RequestAborted);
        await next(http);
    }

    private static void Map(WebApplication app, FakeState state)
    {
        var gate = new BearerTokenValidator(state.Tokens);
        var faults = new FaultInjector(state.Options, state.Faults);
        foreach (var endpoint in EndpointTable.Create(state))
        {
            app.MapMethods(
                $"/{{{UnmatchedRoute.Version}}}{endpoint.Operation.Path}",
                [endpoint.Operation.Method],
                http => UnmatchedRoute.AnswerAsync(http, endpoint));
            foreach (var version in state.Options.Versions.Distinct().Where(endpoint.Operation.Versions.Includes))
            {
                app.MapMethods(
                    $"/{version.ToPathSegment()}{endpoint.Operation.Path}",
                    [endpoint.Operation.Method],
                    http => AnswerAsync(endpoint, gate, faults, http, version));
            }
        }

        var others = app.MapGroup("").WithMetadata(AdditionalEndpoint.Instance);
        state.Options.MapEndpoints?.Invoke(others);
        app.Map("/{**path}", UnmatchedRoute.AnswerAsync);
    }

    private static async Task AnswerAsync(
        IFakeEndpoint endpoint, BearerTokenValidator gate, FaultInjector faults, HttpContext http, ApiVersion version)
    {
        http.Features.GetRequiredFeature<RequestNote>().Operation = endpoint.Operation.Name;
        if (!endpoint.IsAnonymous && !gate.Admits(http.Request))
        {
            BearerTokenValidator.Reject(http.Response);
            return;
        }

        var call = new FakeCall(http, version, endpoint.Operation);
        try
        {
            await faults.AnswerAsync(endpoint, call);
        }
        catch (ApiErrorException error)
        {
            http.Response.StatusCode = error.Status;
            await call.SendAsync(json => ErrorWriter.Write(json, version, error));
        }
    }
}
