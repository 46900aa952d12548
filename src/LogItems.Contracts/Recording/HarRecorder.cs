using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogItems.Contracts.Recording;

/// <summary>Records the exchanges that pass, as HTTP Archive 1.2 and without secrets.</summary>
/// <remarks>Removed are: tokens, passwords and cookies in headers, in addresses, and in forms and JSON of tokens. Log items
/// themselves are recorded as they are, and may name users and machines. Each answer is read to its end before the caller
/// gets it.</remarks>
public sealed class HarRecorder : DelegatingHandler
{
    // The result is a file, not part of an HTML page: bodies stay readable.
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TimeProvider clock;
    private readonly List<JsonObject> entries = [];
    private readonly Lock gate = new();

    /// <summary>Starts with nothing recorded.</summary>
    /// <param name="timeProvider">The clock that exchanges are dated by; null for the system's.</param>
    public HarRecorder(TimeProvider? timeProvider = null) => clock = timeProvider ?? TimeProvider.System;

    /// <summary>How many exchanges have been recorded so far.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    /// <summary>Writes what has been recorded so far.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream, Readable);
        lock (gate)
        {
            Document().WriteTo(writer);
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (date, start) = (clock.GetUtcNow(), clock.GetTimestamp());
        var sent = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
            var received = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            Add(HarEntryWriter.Write(request, sent, response, received, date, clock.GetElapsedTime(start)));
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void Add(JsonObject entry)
    {
        lock (gate)
        {
            entries.Add(entry);
        }
    }

    private JsonObject Document() => new()
    {
        ["log"] = new JsonObject
        {
            ["version"] = "1.2",
            ["creator"] = new JsonObject
            {
                ["name"] = "LogItems.Contracts",
                ["version"] = typeof(HarRecorder).Assembly.GetName().Version!.ToString(fieldCount: 3),
            },
            ["entries"] = new JsonArray([.. entries.Select(entry => entry.DeepClone())]),
        },
    };
}
