using System.Numerics;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Client.Tests.Serialization;

/// <summary>What the contract does not name, for users of either JSON library.</summary>
public class AdditionalElementsTests
{
    private const string Json = """
        {
          "id": "e7668151-524f-4fa5-a30a-c647bf7ca8c5", "usn": 1, "title": "[Success] Done", "creationTime": "soon",
          "none": null, "text": "a \"b\" ü", "whole": 52, "long": 123456789012345678901234567890, "part": 0.25, "yes": true,
          "list": [1, "2"], "object": { "a": { "b": null } }
        }
        """;

    [Test]
    public async Task AdditionalElements_UnknownProperties_AreAsOnTheWire()
    {
        var item = await ReadAsync();
        using var expected = JsonDocument.Parse(Json);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                item.AdditionalElements.Keys,
                Is.EquivalentTo(new[] { "creationTime", "none", "text", "whole", "long", "part", "yes", "list", "object" }));
            foreach (var (name, element) in item.AdditionalElements)
            {
                Assert.That(JsonElement.DeepEquals(element, expected.RootElement.GetProperty(name)), Is.True, name);
            }
        }
    }

    [Test]
    public async Task AdditionalProperties_UnknownProperties_HaveTheDocumentedTypes()
    {
        var item = await ReadAsync();
        var types = item.AdditionalProperties.ToDictionary(entry => entry.Key, entry => entry.Value?.GetType());
        Assert.That(types, Is.EquivalentTo(new Dictionary<string, Type?>
        {
            ["creationTime"] = typeof(string),
            ["none"] = null,
            ["text"] = typeof(string),
            ["whole"] = typeof(long),
            ["long"] = typeof(BigInteger),
            ["part"] = typeof(double),
            ["yes"] = typeof(bool),
            ["list"] = typeof(JArray),
            ["object"] = typeof(JObject),
        }));
    }

    [Test]
    public async Task Issues_ValueThatDoesNotFit_IsAnElementToo()
    {
        var issue = (await ReadAsync()).Issues.Single();
        Assert.That((issue.Property, issue.Element.GetString()), Is.EqualTo(("creationTime", "soon")));
    }

    [Test]
    public void AdditionalElements_NoneOfThem_IsEmpty() => Assert.That(new LogItem().AdditionalElements, Is.Empty);

    private static async Task<LogItem> ReadAsync()
    {
        using var client = StubServer.Answering($"[{Json}]");
        return (await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Single();
    }
}
