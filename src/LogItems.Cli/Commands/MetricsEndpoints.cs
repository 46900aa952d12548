using System.Net;
using LogItems.Cli.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LogItems.Cli.Commands;

/// <summary>Serves metrics for Prometheus and the health of a service over HTTP.</summary>
internal static class MetricsEndpoints
{
    private const string MetricsPath = "/metrics";
    private const string HealthPath = "/healthz";
    private const string Page = $"""<!DOCTYPE html><title>LogItems</title><a href="{MetricsPath}">Metrics</a> <a href="{HealthPath}">Health</a>""";

    /// <param name="url">The address to listen on.</param>
    /// <param name="writeMetricsAsync">Writes the metrics.</param>
    /// <param name="check">Determines the health, as text with one or more lines.</param>
    /// <exception cref="UsageException">The address is not a valid listen address.</exception>
    public static WebApplication Create(Uri url, Func<Stream, CancellationToken, Task> writeMetricsAsync, Func<(bool IsHealthy, string Text)> check)
    {
        var endpoint = EndpointOf(url);

        // Empty on purpose: no configuration files, no environment variables, no logging.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(endpoint);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, ToolLifetime>();
        var app = builder.Build();
        app.MapMethods(MetricsPath, [HttpMethods.Get], http => WriteMetricsAsync(writeMetricsAsync, http));
        app.MapMethods(HealthPath, [HttpMethods.Get], http => WriteHealthAsync(check(), http));
        app.MapMethods("/", [HttpMethods.Get], http => WriteAsync(http, "text/html", Page));
        return app;
    }

    /// <summary>Starts listening, and writes the address with the assigned port.</summary>
    public static async Task StartAsync(WebApplication app, CommandEnvironment host, CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        await host.Out.WriteLineAsync($"listening on {address}");
        // The server is running from here on; a reader of the line may stop it immediately, which is a normal end, not a cancellation.
        await host.Out.FlushAsync(CancellationToken.None);
    }

    private static IPEndPoint EndpointOf(Uri url)
    {
        // For any other name, Kestrel would listen on all addresses.
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.DnsSafeHost, out var parsed) ? parsed : null;
        return address is not null && url.Scheme == Uri.UriSchemeHttp && url.PathAndQuery == "/" && url.UserInfo.Length == 0
            ? new IPEndPoint(address, url.Port)
            : throw new UsageException("The address to listen on has to be http, with localhost or an IP address, and without a path. Use an address such as "
                + $"{ExporterCommand.DefaultUrl}; for https, put a reverse proxy in front of it.");
    }

    private static Task WriteMetricsAsync(Func<Stream, CancellationToken, Task> writeAsync, HttpContext http)
    {
        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return writeAsync(http.Response.Body, http.RequestAborted);
    }

    private static Task WriteHealthAsync((bool IsHealthy, string Text) health, HttpContext http)
    {
        http.Response.StatusCode = health.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return WriteAsync(http, "text/plain", health.Text);
    }

    private static Task WriteAsync(HttpContext http, string type, string text)
    {
        http.Response.ContentType = $"{type}; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    /// <summary>Leaves Ctrl-C and SIGTERM to the tool.</summary>
    private sealed class ToolLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
