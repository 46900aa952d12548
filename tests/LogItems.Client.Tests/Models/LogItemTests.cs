using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Client.Tests.Models;

public class LogItemTests
{
    [TestCase("[Success] Connected", LogItemLevel.Success, "Connected")]
    [TestCase("[Warning] Slow", LogItemLevel.Warning, "Slow")]
    [TestCase("[Error] Broken", LogItemLevel.Error, "Broken")]
    [TestCase("[Failed] Broken", LogItemLevel.Error, "Broken")]
    [TestCase("[Running] Working", LogItemLevel.Running, "Working")]
    [TestCase("[Stop] Halted", LogItemLevel.Stop, "Halted")]
    [TestCase("[Stopped] Halted", LogItemLevel.Stop, "Halted")]
    [TestCase("[Success]", LogItemLevel.Success, "")]
    [TestCase("[Success] [Failed] is a mail subject", LogItemLevel.Success, "[Failed] is a mail subject")]
    [TestCase("[EXTERNAL] is a mail subject", LogItemLevel.Unknown, "[EXTERNAL] is a mail subject")]
    [TestCase("[success] in lower case", LogItemLevel.Unknown, "[success] in lower case")]
    [TestCase(" [Success] not at the start", LogItemLevel.Unknown, " [Success] not at the start")]
    [TestCase("Saying [Failed] inside", LogItemLevel.Unknown, "Saying [Failed] inside")]
    [TestCase("[Success", LogItemLevel.Unknown, "[Success")]
    [TestCase("[Notice] in a newer word", LogItemLevel.Unknown, "in a newer word")]
    [TestCase("[Notice]without a space", LogItemLevel.Unknown, "[Notice]without a space")]
    [TestCase("[Notice]", LogItemLevel.Unknown, "[Notice]")]
    [TestCase("[Step 2] is not of letters only", LogItemLevel.Unknown, "[Step 2] is not of letters only")]
    [TestCase("[] empty", LogItemLevel.Unknown, "[] empty")]
    [TestCase("[]", LogItemLevel.Unknown, "[]")]
    [TestCase("[", LogItemLevel.Unknown, "[")]
    [TestCase("", LogItemLevel.Unknown, "")]
    [TestCase(null, LogItemLevel.Unknown, "")]
    public void LevelAndText_Title_AreTakenApartAtIndexZeroOnly(string? title, LogItemLevel level, string text)
    {
        var item = new LogItem { Title = title };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Level, Is.EqualTo(level));
            Assert.That(item.Text, Is.EqualTo(text));
        }
    }

    [Test]
    public void LevelAndText_Message_IsNeverSearchedForALevel()
    {
        var item = new LogItem { Type = LogItemType.Success, Message = "[Failed] is a mail subject" };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Level, Is.EqualTo(LogItemLevel.Success));
            Assert.That(item.Text, Is.EqualTo("[Failed] is a mail subject"));
        }
    }

    [Test]
    public async Task Level_TypeNewerThanTheContract_IsUnknownAndKeptAsText()
    {
        using var client = StubServer.Answering(
            """[{"id":"e7668151-524f-4fa5-a30a-c647bf7ca8c5","type":"Skipped","message":"Nothing to do"}]""", ApiVersion.V8);
        var item = (await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Level, Is.EqualTo(LogItemLevel.Unknown));
            Assert.That(item.LevelText, Is.EqualTo("Skipped"));
            Assert.That(item.Text, Is.EqualTo("Nothing to do"));
            Assert.That(item.Issues, Is.EqualTo(new[] { new UnreadableValue("type", "Skipped") }));
        }
    }

    [Test]
    public void IsRunning_NoEnd_IsTrueAndThereIsNoDuration()
    {
        var item = new LogItem { CreationTime = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.Zero) };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.IsRunning, Is.True);
            Assert.That(item.EndedAt, Is.Null);
            Assert.That(item.Duration, Is.Null);
        }
    }

    [Test]
    public void Duration_TimesWithDifferentOffsets_CountsRealTime()
    {
        var item = new LogItem
        {
            CreationTime = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2)),
            EndTime = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(1)),
        };
        Assert.That(item.Duration, Is.EqualTo(TimeSpan.FromHours(1)));
    }

    [TestCase("Exchange account was not found (ID: 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e)", "Id 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e")]
    [TestCase("User was not found. (ID: 7F0C8C1E-4B8F-4F1E-9A46-2D0A5B6C7D8E).", "Id 7F0C8C1E-4B8F-4F1E-9A46-2D0A5B6C7D8E")]
    [TestCase("Processing mailbox: petep@eastsupport.onmicrosoft.com", "Mailbox petep@eastsupport.onmicrosoft.com")]
    [TestCase("Failed to process site Name, https://contoso.sharepoint.com/sites/Name. Try again", "Url https://contoso.sharepoint.com/sites/Name")]
    [TestCase("From a.b+c@contoso.com, to https://contoso-my.sharepoint.com/personal/d_contoso_com?x=e@f.com.",
        "Mailbox a.b+c@contoso.com|Url https://contoso-my.sharepoint.com/personal/d_contoso_com?x=e@f.com")]
    [TestCase(
        "Not found (ID: 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e, name: anna@contoso.com)", "Id 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e|Mailbox anna@contoso.com")]
    [TestCase("Skipped (LISTID: 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e, itemID: 0b1d5a3c-4b8f-4f1e-9a46-2d0a5b6c7d8e)",
        "ListId 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e|ItemId 0b1d5a3c-4b8f-4f1e-9a46-2d0a5b6c7d8e")]
    [TestCase("3 mailboxes found", "")]
    [TestCase("7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e is no identifier without its word", "")]
    public void References_Text_NamesWhatItHolds(string text, string expected)
    {
        var item = new LogItem { Title = $"[Warning] {text}" };
        Assert.That(string.Join('|', item.References.Select(reference => $"{reference.Kind} {reference.Value}")), Is.EqualTo(expected));
    }

    [Test]
    public void Serialize_UnknownAndUnreadableProperties_AreWrittenAsTheyWere()
    {
        const string Json = """
            {"id":"e7668151-524f-4fa5-a30a-c647bf7ca8c5","usn":"one","creationTime":"2017-04-04T00:07:21.3664166-07:00","endTime":5,
             "type":"Skipped","_links":{"self":{"href":"/v8/x","title":"y"},"odd":7},"new":{"a":[1,2.5,"2017-04-04T00:00:00Z",null]},"flag":true}
            """;
        var item = JsonConvert.DeserializeObject<LogItem>(Json, LogItemsJson.CreateSettings());
        var written = JsonConvert.SerializeObject(item, LogItemsJson.CreateSettings());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(JToken.DeepEquals(Parse(written), Parse(Json)), Is.True, written);
            Assert.That(item!.Issues.Select(issue => issue.Property), Is.EquivalentTo(new[] { "usn", "endTime", "type", "_links.odd" }));
        }
    }

    [Test]
    public void Serialize_Type_IsWrittenAsItsWord() =>
        Assert.That(
            JsonConvert.SerializeObject(new LogItem { Type = LogItemType.Success }, LogItemsJson.CreateSettings()),
            Does.Contain("\"type\":\"Success\""));

    private static JToken Parse(string json) =>
        JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
}
