using System.Globalization;
using System.Text.Json;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Recording;

/// <summary>Traffic that a browser, a proxy or a <see cref="HarRecorder"/> recorded (HTTP Archive 1.2).</summary>
public sealed class HarFile
{
    private const string Remedy = "Export the traffic as HAR again.";

    // The size of about 50 pages of the maximum size; in memory, it takes several times as much.
    private const long MaxBytes = 256 * 1024 * 1024;

    private HarFile(IReadOnlyList<HarEntry> entries) => Entries = entries;

    /// <summary>The number of recorded exchanges.</summary>
    public int Count => Entries.Count;

    /// <summary>The exchanges, without invalid ones.</summary>
    public IEnumerable<Exchange> Exchanges => Entries.Select(entry => entry.Exchange).OfType<Exchange>();

    internal IReadOnlyList<HarEntry> Entries { get; }

    /// <summary>Loads a file.</summary>
    /// <exception cref="ContractLoadException">The file cannot be read, is not a regular file, is larger than 268,435,456 bytes, or is not
    /// JSON or not HAR.</exception>
    public static HarFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = InputFile.Open(path, new Location("", 0, 0, path), MaxBytes);
        return Load(stream, path);
    }

    /// <summary>Loads recorded traffic.</summary>
    /// <param name="stream">The JSON.</param>
    /// <param name="name">Its name in findings.</param>
    /// <exception cref="ContractLoadException">The stream is not JSON or not HAR. An invalid entry does not throw: it is
    /// skipped with a note.</exception>
    public static HarFile Load(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var json = Parse(stream, name);
        var log = LooseJson.Member(json.RootElement, "log");
        if (LooseJson.Member(log, "entries") is not { ValueKind: JsonValueKind.Array } entries)
        {
            throw new ContractLoadException(new Location("/log/entries", 0, 0, name), "it has no list 'log.entries', so it is not a HAR file.", Remedy);
        }

        return new HarFile([.. entries.EnumerateArray().Select((entry, index) =>
            HarEntryReader.Read(entry, string.Create(CultureInfo.InvariantCulture, $"{name} entry {index}")))]);
    }

    private static JsonDocument Parse(Stream stream, string name)
    {
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException exception)
        {
            var place = new Location("", (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1, name);
            throw new ContractLoadException(place, "this is not JSON.", Remedy, exception);
        }
    }
}
