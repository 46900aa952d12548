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

/// <summary>Puts the endpoints of every served version on Kestrel.</summary>
internal static class FakeHost
{
    // A client that does not read its answer must not delay the end of a test.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(100);

    // With it a flush returns when the network has the bytes, so that a reset cuts off what comes after it and nothing else.
    private const long SmallestWriteBuffer = 2;

    public static WebApplication Build(FakeState state)
    {
        // Empty on purpose: no configuration files, no environment variables, no logging, nothing on the console.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A reader may take its time: how it holds up the server is what some tests are about.
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(ListenAddress.Read(state.Options.Url), listen => Listen(listen, state));
        });
        if (state.Options.Faults.Count > 0)
        {
            builder.WebHost.UseSockets(sockets => sockets.MaxWriteBufferSize = SmallestWriteBuffer);
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
        // By TLS both sides can agree on HTTP/2. Faults cut connections, and one of HTTP/2 carries other requests, too.
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
            BearerTokenValidator.Refuse(http.Response);
            return;
        }

        var call = new FakeCall(http, version, endpoint.Operation);
        try
        {
            await faults.AnswerAsync(endpoint, call);
        }
        catch (RefusalException refusal)
        {
            http.Response.StatusCode = refusal.Status;
            await call.SendAsync(json => ErrorWriter.Write(json, version, refusal));
        }
    }
}
