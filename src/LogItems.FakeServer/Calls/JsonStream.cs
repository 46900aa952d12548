using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LogItems.FakeServer.Calls;

/// <summary>JSON on its way to a client that may read more slowly than we write.</summary>
internal sealed class JsonStream(PipeWriter body, CancellationToken cancellationToken) : IDisposable
{
    // The service escapes only what JSON demands: + in times and & in links stand as they are.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int HighWater = 16 * 1024;

    public Utf8JsonWriter Json { get; } = new(body, Options);

    /// <summary>Hands over what is written once it is enough to be worth a send, and waits while the client is behind.</summary>
    public ValueTask RelieveAsync()
    {
        // A closed connection swallows what is written without counting it, so it is not noticed by the amount.
        cancellationToken.ThrowIfCancellationRequested();
        return Json.BytesPending + body.UnflushedBytes < HighWater ? default : FlushAsync();
    }

    /// <summary>Hands over everything that is written, and waits for somebody, but not when the client is gone.</summary>
    public async ValueTask HoldAsync(Func<ValueTask> gate)
    {
        await FlushAsync();
        await gate().AsTask().WaitAsync(cancellationToken);
    }

    public void Dispose() => Json.Dispose();

    private async ValueTask FlushAsync()
    {
        await Json.FlushAsync(cancellationToken);
        await body.FlushAsync(cancellationToken);
    }
}
