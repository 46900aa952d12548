using System.Text;
using LogItems.Serialization.Readers;
using LogItems.Serialization.Utf8;

namespace LogItems.Client.Tests.Serialization;

/// <summary>Items are read from a buffer that ends anywhere: what is not all there is asked for again, and nothing is read twice.</summary>
public class ElementReaderTests
{
    private static IEnumerable<byte[]> Arrays =>
    [
        Encoding.UTF8.GetBytes(Repository.Example("v2-log-items.json")),
        Encoding.UTF8.GetBytes(Repository.Example("v3-log-item.json")),
        Encoding.UTF8.GetBytes(
            """ [ {"id":"a6c7a35c-20e1-4cf9-931e-c1e060172b43","usn":1,"title":"é\u00e9😀","new":[1,{"x":-2.5e3}],"_links":"""
            + """{"self":{"href":"/x/a6c7a35c-20e1-4cf9-931e-c1e060172b43"}}} , """
            + """{"id":"b6c7a35c-20e1-4cf9-931e-c1e060172b43","usn":12,"title":"日本","new":7,"_links":"""
            + """{"self":{"href":"/x/b6c7a35c-20e1-4cf9-931e-c1e060172b43"}}},7, null ,[],"x\n",{"usn":12.0,"endTime":null},"""
            + """{"usn":13,"endTime":null}] """),
    ];

    [TestCaseSource(nameof(Arrays))]
    public void Read_BufferCutAnywhere_GivesTheSameItems(byte[] json)
    {
        var expected = ObjectText.Of(ModelDeserializer.Newtonsoft.ReadArray<LogItem>(json));
        for (var cut = Start(json); cut <= json.Length; cut++)
        {
            Assert.That(ReadInChunks(json, [cut, json.Length]), Is.EqualTo(expected), $"cut behind {cut} bytes");
        }
    }

    [TestCaseSource(nameof(Arrays))]
    public void Read_BufferThatGrowsByteByByte_GivesTheSameItems(byte[] json) =>
        Assert.That(
            ReadInChunks(json, Enumerable.Range(Start(json), json.Length - Start(json) + 1)),
            Is.EqualTo(ObjectText.Of(ModelDeserializer.Newtonsoft.ReadArray<LogItem>(json))));

    [TestCaseSource(nameof(Arrays))]
    public void Read_BodyThatEndsEarly_IsRefused(byte[] json)
    {
        for (var cut = Start(json); cut < json.AsSpan().LastIndexOf((byte)']'); cut++)
        {
            Assert.That(EngineOutcome.OfArray(ModelDeserializer.Utf8, json[..cut]), Is.EqualTo(EngineOutcome.Refused), $"cut behind {cut} bytes");
        }
    }

    [Test]
    public void Read_ObjectCutAnywhere_IsIncomplete([Values("v5-log-items.json", "v8-log-items.json")] string example)
    {
        var json = Encoding.UTF8.GetBytes(Repository.Example(example).TrimEnd());
        for (var cut = 1; cut < json.Length; cut++)
        {
            var reader = new TokenReader(json.AsSpan(0, cut), isLast: false, StrictJson.Start, new StringCache());
            reader.Read();
            ObjectReaders.Of<LogItemPage>().Read(ref reader);
            Assert.That(reader.IsIncomplete, Is.True, $"cut behind {cut} bytes");
        }
    }

    /// <summary>Just behind the bracket that begins the array.</summary>
    private static int Start(byte[] json) => json.AsSpan().IndexOf((byte)'[') + 1;

    private static string ReadInChunks(byte[] json, IEnumerable<int> ends)
    {
        var reader = new TokenReader(json, isLast: true, StrictJson.Start, new StringCache());
        reader.Read();
        var elements = new ElementReader<LogItem>(reader.State, 0, new StringCache());
        var items = new List<LogItem>();
        var position = reader.Position;
        foreach (var end in ends)
        {
            while (elements.Read(json.AsSpan(0, end), end == json.Length, ref position, out var item) == ElementOutcome.Element)
            {
                items.Add(item!);
            }
        }

        Assert.That(json[position], Is.EqualTo((byte)']'));
        return ObjectText.Of(items);
    }
}
