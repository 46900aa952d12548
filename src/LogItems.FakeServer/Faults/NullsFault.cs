using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogItems.FakeServer.Synthetic;

namespace LogItems.FakeServer.Faults;

/// <summary>Good JSON whose entries hold values that their schema forbids.</summary>
/// <remarks>Ids stay, so that it can be told whether an entry was lost; and what pages say about themselves stays.</remarks>
internal sealed class NullsFault : BodyFault
{
    private const int MostAtOnce = 4;
    private const string UnheardOf = "Unheard";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The names inside statistics are not part of the contract, so no value there is wrong.
    private static readonly HashSet<string> Spared = ["id", "statistics"];
    private static readonly HashSet<string> Nullable =
        ["endTime", "details", "jobWillBeRetried", "proxyId", "proxyPoolId"];

    private static readonly HashSet<string> Enums = ["type", "status"];

    protected override async Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body)
    {
        var json = JsonNode.Parse(body.Span)!;
        List<(JsonObject Owner, string Name)> places = [.. EntriesOf(json).SelectMany(PlacesIn)];
        if (places.Count == 0)
        {
            return false;
        }

        call.Strike();
        for (var count = 1 + call.Random.Next(MostAtOnce); count > 0 && places.Count > 0; count--)
        {
            var index = (int)call.Random.Next(places.Count);
            var (owner, name) = places[index];
            places.RemoveAt(index);
            owner[name] = Spoil(name, owner[name], ref call.Random);
        }

        await call.SendAsync(Encoding.UTF8.GetBytes(json.ToJsonString(Plain)));
        return true;
    }

    private static IEnumerable<JsonObject> EntriesOf(JsonNode json) => json switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject page when page["results"] is JsonArray results => results.OfType<JsonObject>(),
        // Without an id it is none of the contract's entries: nothing in it is wrong.
        JsonObject single when single.ContainsKey("id") => [single],
        _ => [],
    };

    private static IEnumerable<(JsonObject Owner, string Name)> PlacesIn(JsonObject entry)
    {
        foreach (var (name, value) in entry)
        {
            if (Spared.Contains(name))
            {
                continue;
            }

            if (value is JsonObject part)
            {
                foreach (var place in PlacesIn(part))
                {
                    yield return place;
                }
            }
            else
            {
                yield return (entry, name);
            }
        }
    }

    private static JsonNode? Spoil(string name, JsonNode? value, ref SyntheticRandom random)
    {
        JsonNode otherType = value?.GetValueKind() is JsonValueKind.Number ? "n/a" : 17;
        return random.Next(Enums.Contains(name) ? 3 : 2) switch
        {
            0 when !Nullable.Contains(name) => null,
            2 => UnheardOf,
            _ => otherType,
        };
    }
}
