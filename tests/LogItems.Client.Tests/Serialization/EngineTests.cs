using System.Text;
using LogItems.Serialization.Readers;

namespace LogItems.Client.Tests.Serialization;

/// <summary>Both engines on the contract's examples, and on what is no JSON.</summary>
public class EngineTests
{
    private const string Item = """{"id":"a6c7a35c-20e1-4cf9-931e-c1e060172b43","usn":1,"title":"[Success] x","creationTime":"2021-02-26T01:00:00Z"}""";

    private static IEnumerable<string> Examples => Directory.EnumerateFiles(Path.Combine(Repository.Root, "openapi", "examples")).Select(Path.GetFileName)!;

    /// <summary>What Newtonsoft.Json by itself would read.</summary>
    private static IEnumerable<string> NoJson =>
    [
        "{'usn':1}", "{usn:1}", "{\"usn\":1,}", "{\"usn\":01}", "{\"usn\":+1}", "{\"usn\":.5}", "{\"usn\":1.}", "{\"usn\":0x10}", "{\"usn\":NaN}",
        "{\"usn\":Infinity}", "{\"usn\":undefined}", "{\"usn\":1/* x */}", "{\"usn\":1}// x", "{\"title\":\"a\tb\"}", "{\"title\":\"a\nb\"}",
        "{\"title\":\"\\'\"}", "{\"title\":\"\\x41\"}", "{\"title\":new Date(1)}", "{\"new\":[1,]}", "{\"new\":[,]}", "{\"usn\":TRUE}", "{\"usn\":-}",
        "{\"usn\":-01}", "{\"title\":\"\\u00g0\"}", "{\"usn\":1e}", "{\"usn\" 1}", "{\"usn\":1 \"x\":2}",
    ];

    private static IEnumerable<byte[]> NoUtf8 =>
        ((byte[][])[[0x80], [0xC0, 0x80], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x82, 0x82, 0xAC], [0xF4, 0x90, 0x80, 0x80], [0xFF]]);

    [TestCaseSource(nameof(Examples))]
    public void Read_Example_IsTheSameWithBothEngines(string example)
    {
        var json = Encoding.UTF8.GetBytes(Repository.Example(example));
        var isArray = json[0] == '[';
        Func<ModelDeserializer, byte[], string> outcome =
            isArray ? EngineOutcome.OfArray
            : example.Contains("items", StringComparison.Ordinal) ? EngineOutcome.OfPage
            : example.Contains("sessions", StringComparison.Ordinal) ? EngineOutcome.OfSessions
            : EngineOutcome.OfItem;
        var read = outcome(ModelDeserializer.Utf8, json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.Not.EqualTo(EngineOutcome.Refused));
            Assert.That(read, Is.EqualTo(outcome(ModelDeserializer.Newtonsoft, json)));
        }
    }

    [TestCaseSource(nameof(NoJson))]
    public void Read_NoJson_IsRefusedByBothEngines(string json)
    {
        AssertRefused(json);
        AssertRefused($"[{json}]");

        // With an item before, and in its layout.
        AssertRefused($"[{Item},{Item},{json}]");
        AssertRefused($"[{Item},{Item[..^1]},{json[1..]}]");
    }

    [Test]
    public void Read_TimeOfNothingButZeros_IsRefusedByBothEngines() =>
        AssertRefused($$"""[{"endTime":"2021-02-26T01:00:00.1234567+00:00"},{"endTime":"{{new string('\0', 16)}}:00.1234567+00:00"}]""");

    [Test]
    public void Read_ItemsThatAllHaveNamesOfTheirOwn_AreTheSameWithBothEngines()
    {
        // Every other one is in a known layout, so that looking for layouts goes on until there are too many.
        var items = Enumerable.Range(0, 400).Select(number =>
            $$"""{"usn":{{number}},"title":"x"},{"usn":{{number % 3}},"new{{number % 150}}":{{number % 2}},"title":"x","message":"{{number % 5}}"}""");
        var json = Encoding.UTF8.GetBytes($"[{string.Join(',', items)}]");
        Assert.That(
            EngineOutcome.OfArray(ModelDeserializer.Utf8, json),
            Is.EqualTo(EngineOutcome.OfArray(ModelDeserializer.Newtonsoft, json)).And.Not.EqualTo(EngineOutcome.Refused));
    }

    [TestCase("[{Item}{Item}]")]
    [TestCase("[{Item},]")]
    [TestCase("[{Item},,{Item}]")]
    [TestCase("[,{Item}]")]
    [TestCase("[{Item};{Item}]")]
    [TestCase("[{Item}")]
    [TestCase("[{Item},")]
    [TestCase("[{Item}}")]
    [TestCase("[{Item}]]")]
    [TestCase("[{Item}] x")]
    [TestCase("[")]
    [TestCase("")]
    [TestCase("\uFEFF[]")]
    public void Read_ArrayPutTogetherWrongly_IsRefusedByBothEngines(string json) =>
        AssertRefused(json.Replace("{Item}", Item, StringComparison.Ordinal));

    [Test]
    public void Read_NoUtf8_IsRefusedByBothEngines(
        [ValueSource(nameof(NoUtf8))] byte[] bytes,
        [Values(
            "{\"title\":\"#\"}", "{\"#\":1}", "{\"new\":\"#\"}", "{\"new\":[{\"x\":\"#\"}]}", "{\"id\":\"#\"}", "{\"type\":\"#\"}", "{\"endTime\":\"#\"}",
            "{\"_links\":{\"self\":{\"href\":\"#\"}}}", "{\"_links\":{\"#\":{}}}", "{\"title\":\"\\n#\"}")] string json)
    {
        var parts = json.Split('#').Select(Encoding.UTF8.GetBytes).ToArray();
        byte[] item = [.. parts[0], .. bytes, .. parts[1]];
        var like = Encoding.UTF8.GetBytes(json.Replace("#", "x", StringComparison.Ordinal));
        AssertRefused(item);
        AssertRefused([(byte)'[', .. like, (byte)',', .. like, (byte)',', .. item, (byte)']']);
    }

    [Test]
    public void Read_Nested_IsReadTo64LevelsByBothEngines([Values("new", "_links", "title", "id")] string property, [Values("", "[x,", "[x,x,")] string before)
    {
        var outside = before.Length > 0 ? 2 : 1;
        using (Assert.EnterMultipleScope())
        {
            foreach (var engine in (ModelDeserializer[])[ModelDeserializer.Utf8, ModelDeserializer.Newtonsoft])
            {
                Assert.That(Read(engine, Nested(64 - outside)), Is.Not.EqualTo(EngineOutcome.Refused));
                Assert.That(Read(engine, Nested(65 - outside)), Is.EqualTo(EngineOutcome.Refused));
            }
        }

        string Nested(int levels) => $"{{\"{property}\":{new string('[', levels)}{new string(']', levels)}}}";

        string Read(ModelDeserializer engine, string item) => before.Length > 0
            ? EngineOutcome.OfArray(engine, Encoding.UTF8.GetBytes($"{before.Replace("x", $"{{\"{property}\":[]}}", StringComparison.Ordinal)}{item}]"))
            : EngineOutcome.OfItem(engine, Encoding.UTF8.GetBytes(item));
    }

    private static void AssertRefused(string json) => AssertRefused(Encoding.UTF8.GetBytes(json));

    private static void AssertRefused(byte[] json)
    {
        var outcome = json.Contains((byte)'[') && json[0] != '{' ? EngineOutcome.OfArray : (Func<ModelDeserializer, byte[], string>)EngineOutcome.OfItem;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome(ModelDeserializer.Utf8, json), Is.EqualTo(EngineOutcome.Refused), "generated");
            Assert.That(outcome(ModelDeserializer.Newtonsoft, json), Is.EqualTo(EngineOutcome.Refused), "Newtonsoft");
        }
    }
}
