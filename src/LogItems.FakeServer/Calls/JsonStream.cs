using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LogItems.FakeServer.Calls;

/// <summary>Writes JSON to a client that may read more slowly than it is written.</summary>
internal sealed class JsonStream(PipeWriter body, CancellationToken cancellationToken) : IDisposable
{
    // The service escapes only what JSON requires: + in times and & in links are not escaped.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int HighWater = 16 * 1024;

    public Utf8JsonWriter Json { get; } = new(body, Options);

    /// <summary>Flushes once enough has been written, and waits for a slow client.</summary>
    public ValueTask FlushIfNeededAsync()
    {
        // A closed connection discards what is written without counting it, so the buffered size does not reveal it.
        cancellationToken.ThrowIfCancellationRequested();
        return Json.BytesPending + body.UnflushedBytes < HighWater ? default : FlushAsync();
    }

    /// <summary>Flushes everything, and waits for a gate, unless the client has disconnected.</summary>
    public async ValueTask FlushAndWaitAsync(Func<ValueTask> gate)
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
