using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogItems.Client.Tests.Transport;

/// <summary>A proxy that compresses the answers to reads, piece by piece as they come, for clients that say they can take it.</summary>
internal sealed class CompressingProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _upstream = new(new SocketsHttpHandler { UseProxy = false });
    private int _compressed;

    private CompressingProxy(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>How many answers have been compressed.</summary>
    public int Compressed => _compressed;

    /// <summary>Starts a proxy that may do something to the bytes of the compressed answers, by their numbers from 1 on.</summary>
    public static async Task<CompressingProxy> StartAsync(Uri upstream, string encoding, Func<int, byte[], byte[]>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var proxy = new CompressingProxy(app);
        app.Run(http => proxy.AnswerAsync(http, upstream, encoding, change));
        await app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _upstream.Dispose();
    }

    private async Task AnswerAsync(HttpContext http, Uri upstream, string encoding, Func<int, byte[], byte[]>? change)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(http.Request.Method), new Uri(upstream, http.Request.Path + http.Request.QueryString));
        request.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
        if (http.Request.Method == HttpMethod.Post.Method)
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
        }

        using var answer = await _upstream.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await using var body = await answer.Content.ReadAsStreamAsync(http.RequestAborted);
        if (request.Method != HttpMethod.Get)
        {
            await body.CopyToAsync(http.Response.Body, http.RequestAborted);
            return;
        }

        Assert.That(http.Request.Headers.AcceptEncoding.ToString(), Does.Contain(encoding));
        http.Response.Headers.ContentEncoding = encoding;
        var number = Interlocked.Increment(ref _compressed);
        if (change is null)
        {
            await CompressAsync(body, http.Response.Body, encoding, http.RequestAborted);
            return;
        }

        using var whole = new MemoryStream();
        await CompressAsync(body, whole, encoding, http.RequestAborted);
        await http.Response.Body.WriteAsync(change(number, whole.ToArray()), http.RequestAborted);
    }

    private static async Task CompressAsync(Stream from, Stream to, string encoding, CancellationToken cancellationToken)
    {
        await using Stream compressing = encoding switch
        {
            "gzip" => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true),
        };
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            await compressing.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            await compressing.FlushAsync(cancellationToken);
        }
    }
}
