using FsCheck.Fluent;
using LogItems.FakeServer;
using LogItems.Serialization.Readers;
using Newtonsoft.Json;

namespace LogItems.Client.Tests.Models;

public class JobSessionStatisticsTests
{
    [TestCase("832.4 KB/s (52 items/s)", 852_378L, 52L)]
    [TestCase("99.1 KB/s (6 items/s)", 101_478L, 6L)]
    [TestCase("832,4 KB/s (52 items/s)", 852_378L, 52L)]
    [TestCase("1,023.9 KB/s (1,234.5 items/s)", 1_048_474L, 1235L)]
    [TestCase("1.023,9 kb/s (1.234,5 ITEMS/S)", 1_048_474L, 1235L)]
    [TestCase("0 B/s (0 items/s)", 0L, 0L)]
    [TestCase("1.0 MB/s", 1_048_576L, null)]
    [TestCase("5 GB/s", 5_368_709_120L, null)]
    public void ProcessingRate_Text_IsReadAsNumbers(string text, long bytes, long? items)
    {
        var statistics = Read($$"""{"processingRate":"{{text}}"}""");

        Assert.That((statistics.ProcessingRateBytesPerSecond, statistics.ProcessingRateItemsPerSecond), Is.EqualTo(((long?)bytes, items)));
        Assert.That((statistics.ProcessingRate, statistics.Issues.Count), Is.EqualTo((text, 0)));
    }

    [TestCase("0 B", 0L)]
    [TestCase("1023 B", 1023L)]
    [TestCase("38.1 MB", 39_950_746L)]
    [TestCase("38.15 MB", 40_003_174L)]
    [TestCase("8191.9 PB", 9_223_259_446_864_091_546L)]
    public void TransferredBytes_Text_IsReadAsANumber(string text, long bytes)
    {
        var read = Read($$"""{"transferredData":"{{text}}"}""").TransferredBytes;

        Assert.That(read, Is.EqualTo(bytes));
    }

    [TestCase("")]
    [TestCase("38.1")]
    [TestCase("38.1 MB/s")]
    [TestCase("38.1 XB")]
    [TestCase("38.1MB")]
    [TestCase("-1 MB")]
    [TestCase("1,023 MB")]
    [TestCase("1.2.3 MB")]
    [TestCase("1,02.3 MB")]
    [TestCase(".5 MB")]
    [TestCase("5. MB")]
    [TestCase("9999999 PB")]
    [TestCase("many MB")]
    [TestCase("1e3 MB")]
    public void TransferredBytes_TextThatIsNoAmount_IsAnIssueAndStays(string text)
    {
        var session = JsonConvert.DeserializeObject<JobSession>(
            """{"id":"be376069-2865-4156-a9bc-825cef7d687e","creationTime":"2017-04-03T05:36:11Z","statistics":"""
                + $$"""{"transferredData":"{{text}}","readRate":"1.0 KB/s"} }""",
            LogItemsJson.CreateSettings())!;

        Assert.That((session.Statistics!.TransferredBytes, session.Statistics.TransferredData), Is.EqualTo(((long?)null, text)));
        Assert.That(session.Statistics.ReadRateBytesPerSecond, Is.EqualTo(1024));
        Assert.That(session.Statistics.Issues, Is.EqualTo(new[] { new UnreadableValue("transferredData", text) }));
        Assert.That(session.Issues, Is.EqualTo(new[] { new UnreadableValue("statistics.transferredData", text) }));
    }

    [Test]
    public void Numbers_WordNewerThanTheContract_IsKept()
    {
        var statistics = Read("""{"processedObjects":"52","transferredDataBytes":98142970,"bottleneck":"Network","writeRateBytesPS":"fast"}""");

        Assert.That((statistics.ProcessedObjects, statistics.TransferredBytes), Is.EqualTo(((long?)52, (long?)98_142_970)));
        Assert.That((statistics.Bottleneck, statistics.BottleneckText), Is.EqualTo(((Bottleneck?)null, "Network")));
        Assert.That(
            statistics.Issues.Select(issue => (issue.Property, issue.Value)),
            Is.EquivalentTo(new[] { ("bottleneck", (object?)"Network"), ("writeRateBytesPS", "fast") }));
    }

    /// <summary>Whatever figures a session has, each version's form of them is read again: to the byte, or within the rounding of v2's texts.</summary>
    [Test]
    public async Task Statistics_AnyVersion_AreReadAsTheyWerePrinted([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var amounts = from power in Gen.Choose(0, 52) from rest in Gen.Choose(0, int.MaxValue) select (1L << power) + (rest % (1L << power));
        var statistics = from values in Gen.ArrayOf(Gen.OneOf(Gen.Constant(0L), amounts), 5)
                         from objects in Gen.Choose(0, int.MaxValue)
                         from bottleneck in Gen.Elements("NA", "Detecting", "Source", "Target")
                         select new FakeSessionStatistics
                         {
                             ProcessingRateBytesPS = values[0],
                             ProcessingRateItemsPS = values[1] % 1_000_000,
                             ReadRateBytesPS = values[2],
                             WriteRateBytesPS = values[3],
                             TransferredDataBytes = values[4],
                             ProcessedObjects = objects,
                             Bottleneck = bottleneck,
                         };
        var sessions = statistics.Sample(200).Select(sample => new FakeSession { CreationTime = DateTimeOffset.UnixEpoch, Statistics = sample }).ToArray();
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = sessions });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version });

        var read = (await client.GetJobSessionsAsync().ToListAsync()).ToDictionary(session => session.Id);

        foreach (var session in sessions)
        {
            var (printed, actual) = (session.Statistics, read[session.Id].Statistics!);
            Assert.That(
                (actual.ProcessingRateItemsPerSecond, actual.ProcessedObjects),
                Is.EqualTo(((long?)printed.ProcessingRateItemsPS, (long?)printed.ProcessedObjects)));
            Assert.That(actual.BottleneckText, Is.EqualTo(printed.Bottleneck));
            AssertIsNear(actual.ProcessingRateBytesPerSecond, printed.ProcessingRateBytesPS);
            AssertIsNear(actual.ReadRateBytesPerSecond, printed.ReadRateBytesPS);
            AssertIsNear(actual.WriteRateBytesPerSecond, printed.WriteRateBytesPS);
            AssertIsNear(actual.TransferredBytes, printed.TransferredDataBytes);
            Assert.That(read[session.Id].Issues, Is.Empty);
        }

        void AssertIsNear(long? actual, long printed)
        {
            // Half of the last decimal place, in the largest unit that leaves at least one.
            var unit = printed < 1024 || version != ApiVersion.V2 ? 0 : Math.Pow(1024, Math.Floor(Math.Log(printed, 1024) + 1e-9));
            Assert.That((double?)actual, Is.EqualTo((double)printed).Within((unit * 0.051) + (unit == 0 ? 0 : 1)));
        }
    }

    private static JobSessionStatistics Read(string json)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        var (fast, slow) = (
            ModelDeserializer.Utf8.ReadObject<JobSessionStatistics>(bytes), ModelDeserializer.Newtonsoft.ReadObject<JobSessionStatistics>(bytes));
        Assert.That(JsonConvert.SerializeObject(fast), Is.EqualTo(JsonConvert.SerializeObject(slow)));
        Assert.That(fast.Issues, Is.EqualTo(slow.Issues));
        return fast;
    }
}
