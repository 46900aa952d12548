using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LogItems.FakeServer.Faults;

/// <summary>Captures the body of a response.</summary>
internal static class BodyRecorder
{
    public static async Task<ReadOnlyMemory<byte>> RecordAsync(HttpContext http, Func<Task> answer)
    {
        var network = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var memory = new MemoryStream();
        var recording = new StreamResponseBodyFeature(memory);
        http.Features.Set<IHttpResponseBodyFeature>(recording);
        try
        {
            await answer();
            await recording.CompleteAsync();
        }
        finally
        {
            http.Features.Set(network);
        }

        // The declared length is that of the original body; the changed one may differ.
        http.Response.ContentLength = null;
        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }
}
