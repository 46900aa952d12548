using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LogItems.FakeServer.Faults;

/// <summary>Holds back the body of an answer.</summary>
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

        // Declared for the right body; what becomes of it may have another length.
        http.Response.ContentLength = null;
        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }
}
