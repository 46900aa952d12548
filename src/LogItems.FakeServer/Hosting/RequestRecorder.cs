using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Hosting;

/// <summary>Notes each request before its answer leaves, so that whoever has the answer finds the note.</summary>
internal static class RequestRecorder
{
    public static Func<HttpContext, RequestDelegate, Task> Into(RequestLog log) => (http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            log.Add(Describe(http));
            return Task.CompletedTask;
        });
        return next(http);
    };

    private static FakeRequest Describe(HttpContext http)
    {
        var path = http.Request.Path.Value ?? string.Empty;
        ApiVersion? version = ApiVersions.TryParse(path.Split('/').ElementAtOrDefault(1), out var known) ? known : null;
        return new FakeRequest(
            http.Request.Method, path, http.Request.QueryString.Value ?? string.Empty, version, http.Response.StatusCode);
    }
}
