using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogItems.Contracts.Tests.Support;

/// <summary>A server with documents, on a real socket.</summary>
internal sealed class DocumentServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests = [];

    private DocumentServer(WebApplication app) => _app = app;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>The paths that were requested, with their queries.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Gets the path and the server's address, and returns the text; null for 404, a text that starts with
    /// <c>-&gt;</c> for a redirect to the address after it.</param>
    public static async Task<DocumentServer> StartAsync(Func<string, string, string?> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new DocumentServer(app);
        app.Run(async context =>
        {
            server._requests.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
            switch (answer(context.Request.Path, server.Address))
            {
                case null:
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    break;
                case ['-', '>', .. var target]:
                    context.Response.Redirect(target);
                    break;
                case "(hang)":
                    await context.Response.Body.FlushAsync();
                    await Until.Canceled(context.RequestAborted);
                    break;
                case var text:
                    await context.Response.WriteAsync(text);
                    break;
            }
        });
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
