using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Requests;

/// <summary>Notes each request before its answer leaves, so that whoever has the answer finds the note.</summary>
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
