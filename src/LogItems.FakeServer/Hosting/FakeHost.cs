using LogItems.FakeServer.Endpoints;
using LogItems.FakeServer.Tokens;
using LogItems.FakeServer.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LogItems.FakeServer.Hosting;

/// <summary>Puts the endpoints of every served version on Kestrel.</summary>
internal static class FakeHost
{
    // A client that does not read its answer must not hold up the end of a test.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    public static WebApplication Build(FakeState state)
    {
        var address = ListenAddress.Read(state.Options.Url);

        // Empty on purpose: no configuration files, no environment variables, no logging, nothing on the console.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);

        var app = builder.Build();
        app.Use(RequestRecorder.Into(state.Requests));
        Map(app, state);
        return app;
    }

    private static void Map(WebApplication app, FakeState state)
    {
        var gate = new BearerGate(state.Tokens);
        foreach (var endpoint in EndpointTable.Create(state))
        {
            foreach (var version in state.Options.Versions.Distinct().Where(version => version >= endpoint.Since))
            {
                app.MapMethods(
                    $"/{version.ToPathSegment()}{endpoint.Route}",
                    [endpoint.Method],
                    http => AnswerAsync(endpoint, gate, http, version));
            }
        }
    }

    private static async Task AnswerAsync(IFakeEndpoint endpoint, BearerGate gate, HttpContext http, ApiVersion version)
    {
        if (!endpoint.IsAnonymous && !gate.Admits(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return;
        }

        var call = new FakeCall(http, version);
        try
        {
            await endpoint.AnswerAsync(call);
        }
        catch (RefusalException refusal)
        {
            http.Response.StatusCode = refusal.Status;
            await call.SendAsync(json => ErrorWriter.Write(json, version, refusal));
        }
    }
}
