using System.Text;
using LogItems.Serialization;
using LogItems.Serialization.Readers;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Client.Tests.Serialization;

/// <summary>Links are made when they are asked for; nobody can tell, except by the memory that they do not take.</summary>
public class LinksOnDemandTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 40).Select(number => new Guid(number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0xAB))];

    /// <summary>The identifier of the second item, whose links are the first to be put off.</summary>
    private static readonly Guid Other = Ids[1];

    [Test]
    public void Links_OfEveryItem_AreThoseOfTheWire()
    {
        foreach (var item in ReadItems())
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(item._links!.Keys, Is.EqualTo(new[] { "self", "jobsessions" }));
                Assert.That(item._links["self"].Href, Is.EqualTo(Self(item.Id)));
                Assert.That(item._links["jobsessions"].Href, Is.EqualTo(Session));
                Assert.That(item.Issues, Is.Empty);
            }
        }
    }

    [Test]
    public void Links_IdentifierInUpperCase_AreThoseOfTheWire([Values] bool inId, [Values] bool inLinks)
    {
        var items = Ids.Select(id => (Id: Cased(id, inId), Link: Cased(id, inLinks))).ToList();
        var read = Read(items.Select(item => $$"""{"id":"{{item.Id}}","_links":{"self":{"href":"/x/{{item.Link}}"} } }"""));
        Assert.That(read.Select(item => item._links!["self"].Href), Is.EqualTo(items.Select(item => $"/x/{item.Link}")));

        static string Cased(Guid id, bool isUpper) => isUpper ? id.ToString().ToUpperInvariant() : id.ToString();
    }

    [Test]
    public void Links_OfAnotherObject_AreNotTouched([Values] bool isUpper)
    {
        var read = Read(
            Ids.Select(id => $$"""{"id":"{{(isUpper ? id.ToString().ToUpperInvariant() : id.ToString())}}","_links":{"self":{"href":"/x/{{Other}}"} } }"""));
        Assert.That(read.Select(item => item._links!["self"].Href), Is.All.EqualTo($"/x/{Other}"));
    }

    [Test]
    public void Links_IdentifierBehindAnEscape_AreThoseOfTheWire()
    {
        // Its second digit in another spelling.
        var hidden = $"0\\u0030{Other.ToString()[2..]}";
        var read = Read(Ids.Select(id => $$"""{"id":"{{id}}","_links":{"self":{"href":"/x/{{id}}"},"first":{"href":"/x/{{hidden}}"} } }"""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Select(item => item._links!["self"].Href), Is.EqualTo(Ids.Select(id => $"/x/{id}")));
            Assert.That(read.Select(item => item._links!["first"].Href), Is.All.EqualTo($"/x/{Other}"));
        }
    }

    [Test]
    public void Links_IdentifierInTheRelation_AreThoseOfTheWire()
    {
        var read = Read(Ids.Select(id => $$"""{"id":"{{id}}","_links":{"of-{{id}}":{"href":"/x/{{id}}"} } }"""));
        Assert.That(read.Select(item => item._links!.Single().Key), Is.EqualTo(Ids.Select(id => $"of-{id}")));
    }

    [Test]
    public void Links_ThatAllDiffer_AreThoseOfTheWire()
    {
        var read = Read(Ids.Select((id, number) => $$"""{"id":"{{id}}","_links":{"job{{number}}":{"href":"/x/{{number}}/{{id}}"} } }"""));
        Assert.That(
            read.Select(item => item._links!.Single()).Select(link => $"{link.Key} {link.Value.Href}"),
            Is.EqualTo(Ids.Select((id, number) => $"job{number} /x/{number}/{id}")));
    }

    [Test]
    public void Links_OfItemsInTwoLayoutsByTurns_ArePutOffInBoth()
    {
        var read = Read(Ids.Select((id, number) =>
            $$"""{"id":"{{id}}",{{(number % 2 == 0 ? "" : "\"endTime\":null,")}}"_links":{"self":{"href":"/x/{{id}}"} } }"""));
        using (Assert.EnterMultipleScope())
        {
            // The first of each layout is read token by token.
            Assert.That(read.Skip(2).Select(item => item._links), Is.All.InstanceOf<IOnDemand>());
            Assert.That(read.Select(item => item._links!["self"].Href), Is.EqualTo(Ids.Select(id => $"/x/{id}")));
        }
    }

    [Test]
    public void Links_AfterTheIdentifierWasChanged_AreStillThoseOfTheWire()
    {
        var item = ReadItems()[5];
        item.Id = Guid.Empty;
        Assert.That(item._links!["self"].Href, Is.EqualTo(Self(Ids[5])));
    }

    [Test]
    public void Links_OfOneItem_CanBeChangedWithoutTheOthers()
    {
        var items = ReadItems();
        var links = items[5]._links!;
        links["self"].Href = "/changed";
        links["more"] = new Link { Href = "/more" };
        links.Remove("jobsessions");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(links.Select(entry => $"{entry.Key} {entry.Value.Href}"), Is.EquivalentTo(new[] { "self /changed", "more /more" }));
            Assert.That(links, Has.Count.EqualTo(2));
            Assert.That(links.ContainsKey("jobsessions"), Is.False);
            Assert.That(items[4]._links!["self"].Href, Is.EqualTo(Self(Ids[4])));
            Assert.That(items[6]._links!.Keys, Is.EqualTo(new[] { "self", "jobsessions" }));
        }
    }

    [Test]
    public void Links_AskedForByManyThreads_AreTheSameObjects()
    {
        foreach (var item in ReadItems())
        {
            var links = new Link[8];
            Parallel.For(0, links.Length, thread => links[thread] = item._links!["self"]);
            Assert.That(links, Is.All.SameAs(links[0]));
        }
    }

    [Test]
    public void Links_Absent_AreNotFound()
    {
        var links = ReadItems()[5]._links!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(links.TryGetValue("next", out var next), Is.False);
            Assert.That(next, Is.Null);
            Assert.That(() => links["next"], Throws.TypeOf<KeyNotFoundException>());
        }
    }

    [Test]
    public void Serialize_Item_WritesTheLinks()
    {
        var written = JObject.Parse(JsonConvert.SerializeObject(ReadItems()[5], LogItemsJson.CreateSettings()));
        Assert.That((string?)written["_links"]!["self"]!["href"], Is.EqualTo(Self(Ids[5])));
    }

    [Test]
    public void Strings_ThatRepeat_AreOneObject()
    {
        var items = ReadItems();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item._links!["jobsessions"].Href), Is.All.SameAs(items[0]._links!["jobsessions"].Href));
            Assert.That(items.Select(item => item._links!.Keys.First()), Is.All.SameAs(items[0]._links!.Keys.First()));
        }
    }

    [Test]
    public void Read_LinksUntouched_TakeNextToNoMemory()
    {
        var without = Encoding.UTF8.GetBytes($"[{string.Join(',', Ids.Select(id => $$"""{"id":"{{id}}"}"""))}]");
        var with = Encoding.UTF8.GetBytes($"[{string.Join(',', Ids.Select(Item))}]");
        Assert.That((Allocated(with) - Allocated(without)) / Ids.Length, Is.LessThan(150), "the links of one item are 300 bytes on the wire");
    }

    private const string Session = "https://backup.test:4443/v5/jobsessions/859277ed-b238-458c-9dec-2830e45e15fc";

    private static string Self(Guid id) => $"{Session}/logitems/{id}";

    private static string Item(Guid id) => $$$"""{"id":"{{{id}}}","_links":{"self":{"href":"{{{Self(id)}}}"},"jobsessions":{"href":"{{{Session}}}"}}""" + "}";

    private static IList<LogItem> ReadItems() => Read(Ids.Select(Item));

    private static IList<LogItem> Read(IEnumerable<string> items) =>
        ModelDeserializer.Utf8.ReadArray<LogItem>(Encoding.UTF8.GetBytes($"[{string.Join(',', items)}]"));

    private static long Allocated(byte[] json)
    {
        ModelDeserializer.Utf8.ReadArray<LogItem>(json);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ModelDeserializer.Utf8.ReadArray<LogItem>(json);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
