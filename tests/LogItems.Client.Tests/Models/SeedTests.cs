namespace LogItems.Client.Tests.Models;

/// <summary>The two bodies that the reference pages of v3 and v5 print, value for value.</summary>
public class SeedTests
{
    private static readonly Guid V3Session = Guid.Parse("be376069-2865-4156-a9bc-825cef7d687e");

    [Test]
    public async Task GetLogItemsAsync_V3Seed_ReadsTheFiveItems(
        [Values(ApiVersion.V2, ApiVersion.V3, ApiVersion.V4, ApiVersion.V5)] ApiVersion version)
    {
        using var client = StubServer.Answering(Repository.Example("v3-log-item.json"), version);
        var items = await client.GetLogItemsAsync(V3Session).ToListAsync();
        Assert.That(
            items.Select(item => (item.Id, item.Usn, item.Level, item.Text, item.StartedAt, item.EndedAt)),
            Is.EqualTo(new[]
            {
                Row("e7668151-524f-4fa5-a30a-c647bf7ca8c5", 1, "Job started at 4/4/2017 12:07:21 AM", "21.3664166", "21.3664166"),
                Row("a6c7a35c-20e1-4cf9-931e-c1e060172b43", 2, "Connected to organization", "21.3674143", "25.3952173"),
                Row("8bbea7df-f870-40c1-89a0-64dca53c1e03", 3, "Mailboxes enumerated", "21.3674143", "28.4514886"),
                Row("45342637-79ab-4247-900e-c33c1cfb1274", 4, "3 mailboxes found", "21.3674143", "28.4544870"),
                Row("a4d40d0e-cea8-40fa-93d9-202bffad855e", 5, "Processing mailbox: petep@eastsupport.onmicrosoft.com", "25.3972468", "37.1918670"),
            }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item.StartedAt!.Value.Offset), Is.All.EqualTo(TimeSpan.FromHours(-7)));
            Assert.That(items.Select(item => item.Links.Keys.Single()), Is.All.EqualTo("jobsessions"));
            Assert.That(
                items.Select(item => item.Links["jobsessions"].Href),
                Is.All.EqualTo("https://support.east.local:4443/v3/JobSessions/be376069-2865-4156-a9bc-825cef7d687e"));
            Assert.That(items.SelectMany(item => item.Issues), Is.Empty);
        }
    }

    [Test]
    public async Task GetLogItemAsync_V3SeedIsAnArray_PicksTheItemAskedFor(
        [Values("e7668151-524f-4fa5-a30a-c647bf7ca8c5", "45342637-79ab-4247-900e-c33c1cfb1274")] string id)
    {
        using var client = StubServer.Answering(Repository.Example("v3-log-item.json"), ApiVersion.V3);
        var item = await client.GetLogItemAsync(V3Session, Guid.Parse(id));
        Assert.That(item.Id, Is.EqualTo(Guid.Parse(id)));
    }

    [Test]
    public async Task GetLogItemAsync_ArrayWithoutTheItemAskedFor_IsUnexpected()
    {
        using var client = StubServer.Answering(Repository.Example("v3-log-item.json"), ApiVersion.V3);
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemAsync(V3Session, Guid.Empty));
        Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.UnexpectedResponse));
    }

    [Test]
    public async Task GetLogItemAsync_V5Seed_ReadsTheItemThoughItsIdIsAnother(
        [Values(ApiVersion.V2, ApiVersion.V3, ApiVersion.V4, ApiVersion.V5, ApiVersion.V6, ApiVersion.V7)] ApiVersion version)
    {
        using var client = StubServer.Answering(Repository.Example("v5-log-item.json"), version);
        var item = await client.GetLogItemAsync(V3Session, Guid.Parse("e7668151-524f-4fa5-a30a-c647bf7ca8c5"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Id, Is.EqualTo(Guid.Parse("6e61733d-738b-41e1-bd0d-d0b3340159d5")));
            Assert.That(item.Usn, Is.EqualTo(1));
            Assert.That(item.Level, Is.EqualTo(LogItemLevel.Success));
            Assert.That(item.Text, Is.EqualTo("Job started at 2/26/2021 1:00:00 AM"));
            Assert.That(item.StartedAt?.ToString("O"), Is.EqualTo("2021-02-26T01:00:00.1732347+03:00"));
            Assert.That(item.EndedAt, Is.EqualTo(item.StartedAt));
            Assert.That(item.Duration, Is.EqualTo(TimeSpan.Zero));
            Assert.That(item.IsRunning, Is.False);
            Assert.That(
                item.Links["self"].Path,
                Is.EqualTo("/JobSessions/859277ed-b238-458c-9dec-2830e45e15fc/LogItems/6e61733d-738b-41e1-bd0d-d0b3340159d5"));
            Assert.That(item.Links["jobsessions"].Address?.Host, Is.EqualTo("172.28.1.46"));
            Assert.That(item.Links["jobsessions"].IsOnServer, Is.False, "the link leads to the page's server, not to ours");
        }
    }

    private static (Guid, int, LogItemLevel, string, DateTimeOffset?, DateTimeOffset?) Row(
        string id, int usn, string text, string started, string ended) =>
        (Guid.Parse(id), usn, LogItemLevel.Success, text, Time(started), Time(ended));

    private static DateTimeOffset Time(string seconds) => DateTimeOffset.ParseExact(
        $"2017-04-04T00:07:{seconds}-07:00", "O", System.Globalization.CultureInfo.InvariantCulture);
}
