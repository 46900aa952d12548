using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Synthetic;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Faults;

/// <summary>A request that a fault is meant for.</summary>
internal sealed class FaultyCall(
    IFakeEndpoint endpoint, FakeCall call, FakeFaultKind kind, SyntheticRandom random, FaultCounts counts)
{
    private SyntheticRandom _random = random;

    public HttpContext Http => call.Http;

    public HttpResponse Response => call.Response;

    /// <summary>The fault's own randomness: the same for the same request in every run.</summary>
    public ref SyntheticRandom Random => ref _random;

    /// <summary>Records that the fault is injected, before any part of the response is sent.</summary>
    public void Strike()
    {
        call.Note.Fault = kind;
        counts.Add(kind);
    }

    /// <summary>The body of the right answer, whose status and headers are set, but of which nothing was sent.</summary>
    public Task<ReadOnlyMemory<byte>> RecordAsync() => BodyRecorder.RecordAsync(Http, () => endpoint.AnswerAsync(call));

    /// <summary>Sends a part of a body, and returns when the network has it.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> body)
    {
        await Response.BodyWriter.WriteAsync(body, Http.RequestAborted);
        await Response.BodyWriter.FlushAsync(Http.RequestAborted);
    }

    /// <summary>Resets the connection; no status but one that was sent before is noted.</summary>
    public void Reset()
    {
        call.Note.Take(0);
        Http.Abort();
    }
}
