using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogItems.FakeServer.Synthetic;

namespace LogItems.FakeServer.Faults;

/// <summary>Valid JSON whose entries have values that their schema forbids.</summary>
/// <remarks>IDs are kept, so that lost entries can be detected, and so are the properties of pages.</remarks>
internal sealed class NullsFault : BodyFault
{
    private const int MaxInvalidValues = 4;
    private const string UnknownValue = "Unheard";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The properties of statistics are not part of the contract, so no value there is invalid.
    private static readonly HashSet<string> Unchanged = ["id", "statistics"];
    private static readonly HashSet<string> Nullable =
        ["endTime", "details", "jobWillBeRetried", "proxyId", "proxyPoolId"];

    private static readonly HashSet<string> Enums = ["type", "status"];

    protected override async Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body)
    {
        var json = JsonNode.Parse(body.Span)!;
        List<(JsonObject Owner, string Name)> targets = [.. EntriesOf(json).SelectMany(TargetsIn)];
        if (targets.Count == 0)
        {
            return false;
        }

        call.RecordInjection();
        for (var count = 1 + call.Random.Next(MaxInvalidValues); count > 0 && targets.Count > 0; count--)
        {
            var index = (int)call.Random.Next(targets.Count);
            var (owner, name) = targets[index];
            targets.RemoveAt(index);
            owner[name] = Invalidate(name, owner[name], ref call.Random);
        }

        await call.SendAsync(Encoding.UTF8.GetBytes(json.ToJsonString(Plain)));
        return true;
    }

    private static IEnumerable<JsonObject> EntriesOf(JsonNode json) => json switch
    {
        JsonArray array => array.OfType<JsonObject>(),
        JsonObject page when page["results"] is JsonArray results => results.OfType<JsonObject>(),
        // An object without an ID is not an entry of the contract.
        JsonObject single when single.ContainsKey("id") => [single],
        _ => [],
    };

    private static IEnumerable<(JsonObject Owner, string Name)> TargetsIn(JsonObject entry)
    {
        foreach (var (name, value) in entry)
        {
            if (Unchanged.Contains(name))
            {
                continue;
            }

            if (value is JsonObject part)
            {
                foreach (var target in TargetsIn(part))
                {
                    yield return target;
                }
            }
            else
            {
                yield return (entry, name);
            }
        }
    }

    private static JsonNode? Invalidate(string name, JsonNode? value, ref SyntheticRandom random)
    {
        JsonNode otherType = value?.GetValueKind() is JsonValueKind.Number ? "n/a" : 17;
        return random.Next(Enums.Contains(name) ? 3 : 2) switch
        {
            0 when !Nullable.Contains(name) => null,
            2 => UnknownValue,
            _ => otherType,
        };
    }
}
