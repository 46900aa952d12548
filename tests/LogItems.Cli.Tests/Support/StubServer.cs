using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogItems.Cli.Tests.Support;

/// <summary>A server that answers what a test says, for what the fake server does not do.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private StubServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>How many requests have come in.</summary>
    public int Requests => _requests;

    public static async Task<StubServer> StartAsync(Func<HttpContext, Task> answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        var server = new StubServer(app);
        app.Run(context =>
        {
            Interlocked.Increment(ref server._requests);
            return answer(context);
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>A server that gives every request the same JSON.</summary>
    public static Task<StubServer> StartAsync(string json, int status = 200) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    });

    /// <summary>A server that sends the first page at once, and holds the second back until it is released.</summary>
    public static async Task<(StubServer Server, TaskCompletionSource Release)> StartHoldingBackAsync(string firstPage, string secondPage)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = await StartAsync(async context =>
        {
            var isFirst = context.Request.Query["offset"] == "0";
            if (!isFirst)
            {
                await release.Task.WaitAsync(context.RequestAborted);
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(isFirst ? firstPage : secondPage);
        });
        return (server, release);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
