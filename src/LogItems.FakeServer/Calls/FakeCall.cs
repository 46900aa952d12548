using System.Text.Json;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LogItems.FakeServer.Calls;

/// <summary>A request to one API version, as passed to the endpoints.</summary>
internal sealed class FakeCall(HttpContext http, ApiVersion version, ContractOperation operation)
{
    private const string JsonContent = "application/json; charset=utf-8";

    // The maximum size of a single write, which bounds the network buffer.
    private const int MaxWriteSize = 1024 * 1024;

    public ApiVersion Version => version;

    public ContractOperation Operation => operation;

    public HttpContext Http => http;

    public HttpRequest Request => http.Request;

    public HttpResponse Response => http.Response;

    public RequestNote Note => http.Features.GetRequiredFeature<RequestNote>();

    public QueryParameters Parameters { get; } = new(http.Request.Query, operation, version);

    public WireLinks Links { get; } = new(version, http.Request);

    /// <summary>Gets an ID from the path.</summary>
    public Guid PathId(string name) =>
        Guid.TryParseExact(http.Request.RouteValues[name] as string, "D", out var id)
            ? id
            : throw ApiErrorException.Parameter(name, "use an id");

    public Task SendAsync(Action<Utf8JsonWriter> write) =>
        SendAsync(stream =>
        {
            write(stream.Json);
            return Task.CompletedTask;
        });

    /// <summary>Sends prepared JSON, in parts.</summary>
    public async Task SendAsync(params IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        Response.ContentType = JsonContent;
        Response.ContentLength = parts.Sum(part => (long)part.Length);
        foreach (var part in parts)
        {
            for (var sent = 0; sent < part.Length; sent += MaxWriteSize)
            {
                var piece = part[sent..Math.Min(part.Length, sent + MaxWriteSize)];
                await Response.BodyWriter.WriteAsync(piece, http.RequestAborted);
            }
        }
    }

    public async Task SendAsync(Func<JsonStream, Task> write)
    {
        Response.ContentType = JsonContent;
        using var stream = new JsonStream(Response.BodyWriter, http.RequestAborted);
        await write(stream);
    }
}
