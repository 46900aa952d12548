using System.Globalization;

namespace LogItems.Client.Tests.Models;

/// <summary>Times must read the same wherever the reading machine stands; see TimeZoneTests, which runs these elsewhere.</summary>
[Category("Time")]
public class WireTimeTests
{
    [TestCase("2017-04-04T00:07:21.3664166-07:00", "2017-04-04T00:07:21.3664166-07:00")]
    [TestCase("2021-02-26T01:00:00.1732347+03:00", "2021-02-26T01:00:00.1732347+03:00")]
    [TestCase("2021-02-26T01:00:00.1+05:45", "2021-02-26T01:00:00.1000000+05:45")]
    [TestCase("2021-02-26T01:00:00Z", "2021-02-26T01:00:00.0000000+00:00")]
    [TestCase("2021-02-26T01:00:00.5", "2021-02-26T01:00:00.5000000+00:00")]
    public async Task StartedAt_AnyOffset_IsKeptToTheLastDigit(string wire, string expected)
    {
        var item = await ReadAsync(wire, "null");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.StartedAt?.ToString("O", CultureInfo.InvariantCulture), Is.EqualTo(expected));
            Assert.That(item.Issues, Is.Empty);
        }
    }

    [Test]
    public async Task EndedAt_PlaceholderForNotYet_IsNullAndNoIssue(
        [Values("9999-12-31T23:59:59.9999999", "0001-01-01T00:00:00", "9999-12-31T00:00:00", "0001-01-01T00:00:00.0000001")] string time,
        [Values("", "Z", "-12:00", "-07:00", "+03:00", "+14:00")] string offset)
    {
        var item = await ReadAsync("2021-02-26T01:00:00Z", $"\"{time}{offset}\"");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.EndedAt, Is.Null);
            Assert.That(item.IsRunning, Is.True);
            Assert.That(item.Duration, Is.Null);
            Assert.That(item.Issues, Is.Empty);
        }
    }

    [TestCase("\"yesterday\"")]
    [TestCase("\"2021-02-30T01:00:00Z\"")]
    [TestCase("\"2021-02-26T01:00:00.12345678Z\"")]
    [TestCase("\"\"")]
    [TestCase("1614290400")]
    public async Task EndedAt_NotATime_IsNullAndSaysSo(string wire)
    {
        var item = await ReadAsync("2021-02-26T01:00:00Z", wire);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.EndedAt, Is.Null);
            Assert.That(item.IsRunning, Is.False, "nothing says that it runs");
            Assert.That(item.Issues.Select(issue => issue.Property), Is.EqualTo(new[] { "endTime" }));
        }
    }

    [TestCase("null", true)]
    [TestCase("\"0001-01-01T00:00:00\"", false)]
    public async Task StartedAt_NoTime_IsNull(string wire, bool isIssue)
    {
        using var client = StubServer.Answering($$"""[{"id":"e7668151-524f-4fa5-a30a-c647bf7ca8c5","usn":1,"creationTime":{{wire}}}]""");
        var item = (await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.StartedAt, Is.Null);
            Assert.That(item.Issues, Has.Count.EqualTo(isIssue ? 1 : 0));
        }
    }

    private static async Task<LogItem> ReadAsync(string creationTime, string endTime)
    {
        using var client = StubServer.Answering(
            $$"""[{"id":"e7668151-524f-4fa5-a30a-c647bf7ca8c5","usn":1,"creationTime":"{{creationTime}}","endTime":{{endTime}}}]""");
        return (await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Single();
    }
}
