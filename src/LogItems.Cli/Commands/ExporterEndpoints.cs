using System.Net;
using LogItems.Cli.Hosting;
using LogItems.Export;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LogItems.Cli.Commands;

/// <summary>The metrics and the health of an exporter over HTTP.</summary>
internal static class ExporterEndpoints
{
    private const string MetricsPath = "/metrics";
    private const string HealthPath = "/healthz";
    private const string Page = $"""<!DOCTYPE html><title>LogItems exporter</title><a href="{MetricsPath}">Metrics</a>""";

    /// <exception cref="UsageException">The address is not one to listen on.</exception>
    public static WebApplication Create(FleetExporter exporter, Uri url)
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
        app.MapMethods(MetricsPath, [HttpMethods.Get], http => WriteMetricsAsync(exporter, http));
        app.MapMethods(HealthPath, [HttpMethods.Get], http => WriteHealthAsync(exporter, http));
        app.MapMethods("/", [HttpMethods.Get], http => WriteAsync(http, "text/html", Page));
        return app;
    }

    /// <summary>The address with the port that was assigned.</summary>
    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    private static IPEndPoint EndpointOf(Uri url)
    {
        // Kestrel would listen on all addresses for any other name.
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.DnsSafeHost, out var parsed) ? parsed : null;
        return address is not null && url.Scheme == Uri.UriSchemeHttp && url.PathAndQuery == "/" && url.UserInfo.Length == 0
            ? new IPEndPoint(address, url.Port)
            : throw new UsageException("The address to listen on has to be http, with localhost or an IP address, and without a path. Use an address such as "
                + $"{ExporterCommand.DefaultUrl}; for https, put a reverse proxy in front of it.");
    }

    private static Task WriteMetricsAsync(FleetExporter exporter, HttpContext http)
    {
        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return exporter.WriteMetricsAsync(http.Response.Body, http.RequestAborted);
    }

    private static Task WriteHealthAsync(FleetExporter exporter, HttpContext http)
    {
        http.Response.StatusCode = exporter.IsPolling ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return WriteAsync(http, "text/plain", exporter.IsPolling ? "polling\n" : "not polling\n");
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
