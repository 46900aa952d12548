using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Synthetic;
using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Faults;

/// <summary>A request that a fault was selected for.</summary>
internal sealed class FaultyCall(
    IFakeEndpoint endpoint, FakeCall call, FakeFaultKind kind, SyntheticRandom random, FaultCounts counts)
{
    private SyntheticRandom _random = random;

    public HttpContext Http => call.Http;

    public HttpResponse Response => call.Response;

    /// <summary>The random numbers of the fault: the same for the same request in every run.</summary>
    public ref SyntheticRandom Random => ref _random;

    /// <summary>Records that the fault is injected, before any part of the response is sent.</summary>
    public void RecordInjection()
    {
        call.Note.Fault = kind;
        counts.Add(kind);
    }

    /// <summary>Captures the body of the correct response; its status and headers are set, but nothing is sent.</summary>
    public Task<ReadOnlyMemory<byte>> RecordAsync() => BodyRecorder.RecordAsync(Http, () => endpoint.AnswerAsync(call));

    /// <summary>Sends a part of a body, and returns when the network has accepted it.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> body)
    {
        await Response.BodyWriter.WriteAsync(body, Http.RequestAborted);
        await Response.BodyWriter.FlushAsync(Http.RequestAborted);
    }

    /// <summary>Resets the connection; only a status that was already sent is recorded.</summary>
    public void Reset()
    {
        call.Note.Take(0);
        Http.Abort();
    }
}
