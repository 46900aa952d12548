using System.Text.Json;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>The identifiers in the responses of lists, by the path of the list.</summary>
internal sealed class KnownIds(VerificationOptions options)
{
    private readonly Dictionary<string, List<string>> _byPath = options.Ids.ToDictionary(
        id => Key(id.Key), id => new List<string> { id.Value }, StringComparer.Ordinal);

    private readonly List<string> _notes = [];

    /// <summary>Notes on operations that could not be requested because no identifier was known.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public void Note(string note) => _notes.Add(note);

    public void Learn(string path, Exchange answer)
    {
        if (IdsIn(answer.Body) is { Count: > 0 } ids)
        {
            _byPath.TryAdd(Key(path), ids);
        }
    }

    /// <summary>The paths of a template with known identifiers; adds a note if no identifier is known.</summary>
    public IReadOnlyList<string> Paths(string template)
    {
        var paths = Known(template);
        if (paths.Count == 0)
        {
            _notes.Add($"No identifier is known for {template}, so no valid request was sent there.");
        }

        return paths;
    }

    /// <summary>The paths of a template with known identifiers.</summary>
    public IReadOnlyList<string> Known(string template)
    {
        var paths = new List<string> { "" };
        foreach (var segment in template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            paths = [.. paths.SelectMany(path => Extend(path, segment))];
        }

        return Sample(paths);
    }

    private IEnumerable<string> Extend(string path, string segment) => !segment.StartsWith('{') ? [$"{path}/{segment}"]
        : _byPath.TryGetValue(Key(path), out var ids) ? Sample(ids).Select(id => $"{path}/{Uri.EscapeDataString(id)}")
        : [];

    /// <summary>Selects the first, the last, and some evenly distributed between them.</summary>
    private List<string> Sample(List<string> all)
    {
        var count = Math.Max(1, Math.Min(options.SampleSize, all.Count));
        return all.Count <= count ? all
            : [.. Enumerable.Range(0, count).Select(index => all[count == 1 ? 0 : (int)((long)index * (all.Count - 1) / (count - 1))])];
    }

    private static string Key(string path) => $"/{path.Trim('/')}".ToUpperInvariant();

    private static List<string> IdsIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return [.. ItemsOf(json.RootElement).Select(IdOf).OfType<string>().Distinct()];
        }
        catch (JsonException)
        {
            // A finding already reports it.
            return [];
        }
    }

    // A bare array, or a page: an object with an array in it.
    private static IEnumerable<JsonElement> ItemsOf(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Array => body.EnumerateArray(),
        JsonValueKind.Object => body.EnumerateObject().Select(member => member.Value)
            .Where(value => value.ValueKind == JsonValueKind.Array).Take(1).SelectMany(list => list.EnumerateArray()),
        _ => [],
    };

    private static string? IdOf(JsonElement item) => LooseJson.Member(item, "id") switch
    {
        { ValueKind: JsonValueKind.String } text => JsonText.Of(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
