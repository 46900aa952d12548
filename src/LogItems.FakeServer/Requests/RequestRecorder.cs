using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Requests;

/// <summary>Records each request before its response is sent, so that it is in the log when the caller receives the response.</summary>
internal static class RequestRecorder
{
    public static Func<HttpContext, RequestDelegate, Task> Into(RequestLog log) => (http, next) =>
    {
        var note = new RequestNote(http, log);
        http.Features.Set(note);
        http.Response.OnStarting(() =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<AdditionalEndpoint>() is null)
            {
                note.Take(http.Response.StatusCode);
            }

            return Task.CompletedTask;
        });
        return next(http);
    };
}
