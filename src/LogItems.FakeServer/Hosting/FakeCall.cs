using System.Text.Json;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.Wire;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Hosting;

/// <summary>One request to one version, as endpoints see it.</summary>
internal sealed class FakeCall(HttpContext http, ApiVersion version)
{
    private const string JsonContent = "application/json; charset=utf-8";

    public ApiVersion Version => version;

    public HttpRequest Request => http.Request;

    public HttpResponse Response => http.Response;

    public QueryParameters Parameters { get; } = new(http.Request.Query);

    public WireLinks Links { get; } = new(version, http.Request);

    /// <summary>An id in the path.</summary>
    public Guid PathId(string name) =>
        Guid.TryParseExact(http.Request.RouteValues[name] as string, "D", out var id)
            ? id
            : throw RefusalException.Parameter(name, "use an id");

    public Task SendAsync(Action<Utf8JsonWriter> write) =>
        SendAsync(stream =>
        {
            write(stream.Json);
            return Task.CompletedTask;
        });

    public async Task SendAsync(Func<JsonStream, Task> write)
    {
        Response.ContentType = JsonContent;
        using var stream = new JsonStream(Response.BodyWriter, http.RequestAborted);
        await write(stream);
    }
}
