namespace LogItems.Client.Tests.Models.Texts;

/// <summary>The forms of the texts with the names, addresses and gaps that break a simpler reading.</summary>
public class SubjectTests
{
    private const string Id = "7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e";

    [TestCase("Processing mailbox user@contoso.com", "", null, TestName = "no colon and no outcome")]
    [TestCase("Processing mailboxes: 3", "", null, TestName = "a word that only starts like a kind")]
    [TestCase("Processing calendar: Anna", "", null, TestName = "an unknown kind")]
    [TestCase("Processing site:", "", null, TestName = "no name")]
    [TestCase("Processing site", "", null, TestName = "nothing after the kind")]
    [TestCase("Processing site finished with warning: Gone", "", "Gone", TestName = "no name, but a cause")]
    [TestCase("Processing site: Sales (EMEA)", "Site|Sales (EMEA)||", null, TestName = "brackets in a name")]
    [TestCase(
        "Processing site Sales (EMEA) (https://contoso.sharepoint.com/sites/S) finished with warning: Slow",
        "Site|Sales (EMEA)|https://contoso.sharepoint.com/sites/S|",
        "Slow",
        TestName = "brackets in a name, and an address")]
    [TestCase("Processing site Sales :) () finished with warning: Slow", "Site|Sales :)||", "Slow", TestName = "a smiley and an empty address")]
    [TestCase(
        "Processing site: (https://contoso.sharepoint.com/sites/S)",
        "Site|https://contoso.sharepoint.com/sites/S|https://contoso.sharepoint.com/sites/S|",
        null,
        TestName = "only an address in brackets")]
    [TestCase("Processing site () finished with warning: Gone", "", "Gone", TestName = "only empty brackets")]
    [TestCase(
        "Processing site A: B. C (https://contoso.sharepoint.com/sites/S) failed with error: D: E. F",
        "Site|A: B. C|https://contoso.sharepoint.com/sites/S|",
        "D: E. F",
        TestName = "colons and full stops")]
    [TestCase(
        "Processing mailbox A finished with warning: B failed with error: C", "Mailbox|A||", "B failed with error: C", TestName = "an outcome inside a cause")]
    [TestCase("Processing mailbox A failed with error:", "Mailbox|A||", null, TestName = "an empty cause")]
    [TestCase(
        "Processing mailbox: anna@contoso.com. A task was canceled",
        "Mailbox|anna@contoso.com|anna@contoso.com|",
        "A task was canceled",
        TestName = "an address and a cause behind a colon")]
    [TestCase(
        "Processing site: https://contoso.sharepoint.com/sites/S. Access is denied.",
        "Site|https://contoso.sharepoint.com/sites/S|https://contoso.sharepoint.com/sites/S|",
        "Access is denied.",
        TestName = "a web address and a cause behind a colon")]
    [TestCase(
        $"Processing mailbox: anna@contoso.com. Exchange account was not found (ID: {Id})",
        $"Mailbox|anna@contoso.com|anna@contoso.com|{Id}",
        $"Exchange account was not found (ID: {Id})",
        TestName = "an address, a cause and an identifier behind a colon")]
    [TestCase(
        "Processing team: Sales. A task was canceled", "Team|Sales. A task was canceled||", null, TestName = "a name behind a colon, whose end is not certain")]
    [TestCase("Processing personal site: Anna Sample", "PersonalSite|Anna Sample||", null, TestName = "a personal site")]
    [TestCase("Processing OneDrive: Anna Sample", "OneDrive|Anna Sample||", null, TestName = "a OneDrive")]
    [TestCase("Processing group: All Company", "Group|All Company||", null, TestName = "a group")]
    [TestCase("Processing mailbox: Anna Sample (anna@contoso.com)", "Mailbox|Anna Sample|anna@contoso.com|", null, TestName = "an e-mail address in brackets")]
    [TestCase(
        "Failed to process team: Contoso.Sales v1.2. Not found.", "Team|Contoso.Sales v1.2||", "Not found.", TestName = "full stops inside words of a name")]
    [TestCase("Failed to process team: Contoso Inc.. Not found.", "Team|Contoso Inc.||", "Not found.", TestName = "a name that ends with a full stop")]
    [TestCase(
        "Failed to process mailbox: Dr. Anna Sample. Not found. Retry",
        "Mailbox|Dr. Anna Sample||",
        "Not found. Retry",
        TestName = "an abbreviation in a name")]
    [TestCase("Failed to process team: Sales", "Team|Sales||", null, TestName = "no cause")]
    [TestCase("Failed to process team: Sales.", "Team|Sales||", null, TestName = "a full stop and no cause")]
    [TestCase(
        "Failed to process site: Sales (St. Gallen e. V. (https://x.test/a)). Not found.",
        "Site|Sales (St. Gallen e. V. (https://x.test/a))||",
        "Not found.",
        TestName = "full stops in brackets")]
    [TestCase("Failed to process site: Sales (EMEA. Not found.", "Site|Sales (EMEA||", "Not found.", TestName = "a bracket that is not closed")]
    [TestCase(
        "Failed to process site Name, https://contoso.sharepoint.com/sites/Name. Try again",
        "Site|Name|https://contoso.sharepoint.com/sites/Name|",
        "Try again",
        TestName = "an address after a comma, no colon")]
    [TestCase("Failed to process site settings. Try again", "", null, TestName = "no colon and no address")]
    [TestCase($"Exchange account was not found in Contoso (ID: {Id})", $"Mailbox|||{Id}", null, TestName = "only an identifier")]
    [TestCase(
        $"User was not found. (ID: {Id}, name: anna@contoso.com).",
        $"User|anna@contoso.com|anna@contoso.com|{Id}",
        null,
        TestName = "an identifier and an address as name")]
    [TestCase(
        $"OneDrive was not found (ID: {Id}, name: Anna (Sales) Sample)",
        $"OneDrive|Anna (Sales) Sample||{Id}",
        null,
        TestName = "brackets in the name of an identifier")]
    [TestCase("OneDrive was not found", "", null, TestName = "neither name nor identifier")]
    [TestCase(
        $"Processing site Sales () finished with warning: User was not found (ID: {Id}, name: Anna Sample)",
        "Site|Sales||",
        $"User was not found (ID: {Id}, name: Anna Sample)",
        TestName = "an identifier with another name")]
    [TestCase(
        $"Processing site Sales () finished with warning: (ID: {Id}) was not found",
        "Site|Sales||",
        $"(ID: {Id}) was not found",
        TestName = "an identifier inside the cause")]
    [TestCase("Re: Processing mailbox: a@b.test", "", null, TestName = "a form that does not start the text")]
    public void SubjectAndCause_Text_AreRead(string text, string subject, string? cause)
    {
        var item = new LogItem { Type = LogItemType.Warning, Message = text };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Subject is { } read ? $"{read.Kind}|{read.Name}|{read.Address}|{read.Id}" : "", Is.EqualTo(subject));
            Assert.That(item.Cause, Is.EqualTo(cause));
        }
    }

    [Test]
    public void Parts_TitleOrMessageSetLater_AreReadAgain()
    {
        var item = new LogItem { Title = "[Running] Processing team: Sales" };
        var before = item.Subject;
        item.Title = "[Error] Failed to process team: Sales. Not found.";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.EqualTo(new LogItemSubject(LogItemSubjectKind.Team, "Sales", null, null)));
            Assert.That((item.Level, item.Subject, item.Cause), Is.EqualTo((LogItemLevel.Error, before, "Not found.")));
            var references = item.References;
            Assert.That(item.References, Is.SameAs(references), "computed once");
            Assert.That(item.ToString(), Is.EqualTo("0 [Error] Failed to process team: Sales. Not found."));
        }
    }

    [Test]
    public void ToString_Session_HasWhatIsKnown()
    {
        var session = new JobSession { Id = Guid.Parse(Id), CreationTime = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(1)) };
        var running = session.ToString();
        session.Status = JobSessionStatus.Warning;
        session.EndTime = session.CreationTime + TimeSpan.FromMinutes(3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(running, Is.EqualTo($"{Id} 2026-11-20T22:00:00+01:00"));
            Assert.That(session.ToString(), Is.EqualTo($"{Id} Warning 2026-11-20T22:00:00+01:00 00:03:00"));
        }
    }
}
