using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogItems.Contracts.Recording;

/// <summary>Records exchanges as HTTP Archive 1.2, without secrets.</summary>
/// <remarks>Tokens, passwords and cookies are removed from headers, addresses, and the forms and JSON of token requests. Log items
/// themselves are recorded unchanged, and may contain names of users and machines. Each response is read to its end before the caller
/// gets it; recorded exchanges are kept in a temporary file, so that only one response at a time is in memory.</remarks>
public sealed class HarRecorder : DelegatingHandler
{
    // The result is a file, not part of an HTML page, so bodies are not escaped.
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TimeProvider _clock;
    private readonly FileStream _entries;
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>Creates an empty recorder.</summary>
    /// <param name="timeProvider">The clock of the recorded times; null for the system's.</param>
    /// <exception cref="IOException">The folder of temporary files cannot be written to.</exception>
    public HarRecorder(TimeProvider? timeProvider = null)
    {
        _clock = timeProvider ?? TimeProvider.System;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _entries = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    /// <summary>The maximum size of a response; a larger one causes an <see cref="HttpRequestException"/>.</summary>
    /// <value>Bytes; default 67,108,864.</value>
    public long MaxBody { get; init; } = 64 * 1024 * 1024;

    /// <summary>The maximum size of a recorded body; a larger one is omitted, and only its size is recorded.</summary>
    /// <value>Bytes; default 16,777,216.</value>
    public int MaxRecordedBody { get; init; } = 16 * 1024 * 1024;

    /// <summary>The number of exchanges recorded so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Writes the exchanges recorded so far.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var version = typeof(HarRecorder).Assembly.GetName().Version!.ToString(fieldCount: 3);
        lock (_gate)
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(
                $$"""{"log": {"version": "1.2", "creator": {"name": "LogItems.Contracts", "version": "{{version}}"}, "entries": [""" + "\n"));
            _entries.Position = 0;
            _entries.CopyTo(stream);
            stream.Write("\n]}}\n"u8);
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (date, start) = (_clock.GetUtcNow(), _clock.GetTimestamp());
        var sent = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBody, cancellationToken).ConfigureAwait(false);
            var received = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            Add(HarEntryWriter.Write(request, sent, response, received, MaxRecordedBody, date, _clock.GetElapsedTime(start)));
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _entries.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Add(JsonObject entry)
    {
        lock (_gate)
        {
            _entries.Position = _entries.Length;
            _entries.Write(_count++ == 0 ? ""u8 : ",\n"u8);
            using var writer = new Utf8JsonWriter(_entries, Readable);
            entry.WriteTo(writer);
        }
    }
}
