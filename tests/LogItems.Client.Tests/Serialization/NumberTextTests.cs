using System.Text;
using FsCheck.Fluent;
using LogItems.Serialization.Readers;

namespace LogItems.Client.Tests.Serialization;

/// <summary>Numbers that were sent as text, with both engines.</summary>
public class NumberTextTests
{
    [TestCase("52", 52L)]
    [TestCase("-7", -7L)]
    [TestCase("5.0", 5L)]
    [TestCase("1e3", 1000L)]
    [TestCase("9223372036854775807", long.MaxValue)]
    [TestCase("9223372036854775808", null)]
    [TestCase("+1", null)]
    [TestCase("01", null)]
    [TestCase(" 1", null)]
    [TestCase("1 ", null)]
    [TestCase("1,000", null)]
    [TestCase("1.5", null)]
    [TestCase("0x10", null)]
    [TestCase("--1", null)]
    [TestCase("1e", null)]
    [TestCase("-", null)]
    [TestCase("", null)]
    [TestCase("\\u0035", 5L)]
    [TestCase("\u0665", null)]
    public void Read_NumberAsText_IsReadWhereItIsAJsonNumber(string text, long? expected)
    {
        var (statistics, session) = (Read<JobSessionStatistics>($$"""{"processedObjects":"{{text}}"}"""), Read<JobSession>($$"""{"progress":"{{text}}"}"""));

        Assert.That(statistics.ProcessedObjects, Is.EqualTo(expected));
        Assert.That(session.Progress, Is.EqualTo(expected == long.MaxValue ? null : expected));
        Assert.That(statistics.Issues, expected is null ? Has.Count.EqualTo(1) : Is.Empty);
    }

    [Test]
    public void Read_AnyText_IsTheSameWithBothEngines()
    {
        var texts = Gen.Elements("0123456789-+.eE ,".ToCharArray()).ArrayOf().Select(letters => new string(letters));
        foreach (var text in texts.Sample(2000))
        {
            Read<JobSessionStatistics>($$"""{"processedObjects":"{{text}}"}""");
            Read<JobSession>($$"""{"progress":"{{text}}"}""");
        }
    }

    private static T Read<T>(string json)
        where T : ApiModel, new()
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var (fast, slow) = (ModelDeserializer.Utf8.ReadObject<T>(bytes), ModelDeserializer.Newtonsoft.ReadObject<T>(bytes));
        Assert.That(Newtonsoft.Json.JsonConvert.SerializeObject(fast), Is.EqualTo(Newtonsoft.Json.JsonConvert.SerializeObject(slow)), json);
        Assert.That(fast.Issues, Is.EqualTo(slow.Issues), json);
        return fast;
    }
}
