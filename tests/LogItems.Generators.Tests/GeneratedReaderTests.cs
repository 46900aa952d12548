using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Generators.Tests;

/// <summary>What is generated, compiled and at work: every type that NSwag writes for us, read token by token and by layout.</summary>
public class GeneratedReaderTests
{
    private const string List = "System.Collections.Generic.IList";
    private const string Map = "System.Collections.Generic.IDictionary<string, ";

    /// <summary>Name on the wire, type in C#, a value that fits and one that does not.</summary>
    private static readonly (string Name, string Type, string Value, string Unfit)[] Kinds =
    [
        ("id", "System.Guid", "\"a6c7a35c-20e1-4cf9-931e-c1e060172b43\"", "\"x\""),
        ("text", "string", "\"ü \\\\ 😀\"", "7"),
        ("guid", "System.Guid?", "\"45342637-79ab-4247-900e-c33c1cfb1274\"", "[]"),
        ("time", "System.DateTimeOffset?", "\"2017-04-04T00:07:21.3664166-07:00\"", "\"now\""),
        ("int", "int", "-7", "2147483648"),
        ("long", "long?", "9007199254740993", "1.5"),
        ("double", "double?", "0.25", "\"half\""),
        ("flag", "bool?", "true", "0"),
        ("word", "State?", "\"in-work\"", "\"In-Work\""),
        ("link", "Link", "{\"href\":\"/x\"}", "\"/x\""),
        ("texts", $"{List}<string>", "[\"a\",\"b\"]", "\"a\""),
        ("ints", $"{List}<int>", "[1,2]", "{}"),
        ("words", $"{List}<State>", "[\"Open\",\"in-work\"]", "\"Open\""),
        ("grid", $"{List}<{List}<double>>", "[[0.5],[],[1.5,2.5]]", "0.5"),
        ("links", $"{List}<Link>", "[{\"href\":\"/x\"},{\"href\":\"/y\"}]", "{\"href\":\"/x\"}"),
        ("byName", $"{Map}Link>", "{\"self\":{\"href\":\"/x\"}}", "[]"),
        ("counts", $"{Map}long>", "{\"a\":1,\"b\":2}", "[1]"),
        ("lists", $"{Map}{List}<string>>", "{\"a\":[\"x\"],\"b\":[]}", "null"),
        ("any", "object", "{\"x\":[1,null]}", ""),
        ("event", "string", "\"a word of C#\"", "{}"),
    ];

    private static readonly Assembly Generated = GeneratorRun.Load(
        Nswag.Model(
            "Everything", [.. Kinds.Select(kind => Nswag.Property(kind.Name, kind.Type, char.ToUpperInvariant(kind.Name[0]) + kind.Name[1..], Nswag.Always))]),
        Nswag.Model("Link", Nswag.Property("href", "string?", "Href")),
        Nswag.Model(
            "Nulls",
            Nswag.Property("absent", "int?", "Absent"),
            Nswag.Property("value", "int?", "Value", Nswag.AllowNull),
            Nswag.Property("never", "int", "Never", Nswag.Always)),
        Nswag.Words("State", "Open", "in-work"),
        """
        namespace Shop
        {
            using LogItems;
            using LogItems.Serialization.Readers;
            using LogItems.Serialization.Utf8;

            public static class Door
            {
                public static object Read(byte[] json) => Read(json, Readers.EverythingReader.Read);

                public static object ReadNulls(byte[] json) => Read(json, Readers.NullsReader.Read);

                public static object? ReadByLayout(byte[] before, byte[] json)
                {
                    var layouts = new LayoutCache(Readers.EverythingReader.PropertyOf);
                    layouts.Add(before);
                    var reader = new LayoutReader(json, 0, layouts, StrictJson.Start, new StringCache());
                    return Readers.EverythingReader.ReadByLayout(ref reader);
                }

                private static object Read<T>(byte[] json, ReadObject<T> read) where T : class
                {
                    var reader = new TokenReader(json, true, StrictJson.Start, new StringCache());
                    reader.Read();
                    return read(ref reader);
                }
            }
        }
        """);

    private static string Fitting => Json(Kinds.Select(kind => (kind.Name, kind.Value)));

    [Test]
    public void Read_EveryType_HoldsWhatIsOnTheWire() => AssertIs(Call("Read", Fitting), Fitting);

    [Test]
    public void ReadAsBefore_EveryType_HoldsWhatIsOnTheWire()
    {
        var before = Json(Kinds.Select(kind => (kind.Name, kind.Value)));
        AssertIs(Call("ReadByLayout", before, Fitting), Fitting);
    }

    [Test]
    public void Read_ValueThatDoesNotFit_IsKeptUnderItsName()
    {
        foreach (var (name, _, _, unfit) in Kinds.Where(kind => kind.Unfit.Length > 0))
        {
            var json = Json(Kinds.Select(kind => (kind.Name, kind.Name == name ? unfit : kind.Value)));
            var read = (ApiModel)Call("Read", json)!;
            using (Assert.EnterMultipleScope())
            {
                Assert.That(read.Issues.Select(issue => issue.Property), Is.EqualTo(new[] { name }));
                Assert.That(JToken.DeepEquals(Parse(Write(read)), Parse(json)), Is.True, name);
                Assert.That(Call("ReadByLayout", Fitting, json), Is.Null, $"{name}: not the business of this path");
            }
        }
    }

    [Test]
    public void ReadAsBefore_OtherLayout_IsNothing(
        [Values("{\"id\" :", "{ \"id\":", "{\"Id\":", "{\"x\":1,\"id\":")] string begin)
    {
        Assert.That(Call("ReadByLayout", Fitting, Fitting.Replace("{\"id\":", begin, StringComparison.Ordinal)), Is.Null);
    }

    [Test]
    public void ReadAsBefore_CutAnywhere_IsNothing()
    {
        for (var cut = 0; cut < Fitting.Length; cut++)
        {
            Assert.That(Call("ReadByLayout", Fitting, Fitting[..cut]), Is.Null, $"cut behind {cut} characters");
        }
    }

    [Test]
    public void Read_UnknownProperty_IsExtensionData()
    {
        var json = Fitting[..^1] + ",\"new\":[1,{\"x\":null}],\"newer\":2.5}";
        AssertIs(Call("Read", json), json);
        AssertIs(Call("ReadByLayout", json, json), json);
    }

    [Test]
    public void Read_Null_MeansWhatTheContractSays()
    {
        var read = (ApiModel)Call("ReadNulls", """{"absent":1,"value":2,"never":3,"absent":null,"value":null,"never":null}""")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Issues, Is.EqualTo(new[] { new UnreadableValue("never", null) }));
            Assert.That(JsonConvert.SerializeObject(read), Does.StartWith("""{"absent":1,"value":null,"never":3"""));
        }
    }

    private static void AssertIs(object? read, string json)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((ApiModel)read!).Issues, Is.Empty);
            Assert.That(JToken.DeepEquals(Parse(Write(read)), Parse(json)), Is.True, Write(read));
        }
    }

    private static object? Call(string method, params string[] json) =>
        Generated.GetType("Shop.Door")!.GetMethod(method)!.Invoke(null, [.. json.Select(Encoding.UTF8.GetBytes)]);

    private static string Json(IEnumerable<(string Name, string Value)> properties) =>
        $"{{{string.Join(',', properties.Select(property => $"\"{property.Name}\":{property.Value}"))}}}";

    private static string Write(object read) => JsonConvert.SerializeObject(read, LogItemsJson.CreateSettings());

    private static JToken Parse(string json) =>
        JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
}
