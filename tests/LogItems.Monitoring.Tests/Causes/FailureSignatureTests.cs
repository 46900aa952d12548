namespace LogItems.Monitoring.Tests.Causes;

/// <summary>The object and the cause of texts that real servers wrote, as a person reads them.</summary>
public class FailureSignatureTests
{
    private const string Id = "11111111-2222-3333-4444-555555555555";

    [TestCase("Job started at 4/4/2017 12:07:21 AM", "", "Job started at {date}")]
    [TestCase("Job started at 17/06/2019 10:00:00 AM", "", "Job started at {date}")]
    [TestCase("Job started at 9/23/2024 2:49:03 AM", "", "Job started at {date}")]
    [TestCase("Job finished at 9/23/2024 2:50:36 AM", "", "Job finished at {date}")]
    [TestCase("Job failed at 5/13/2025 2:50:36 AM", "", "Job failed at {date}")]
    [TestCase("Connected to organization", "", "Connected to organization")]
    [TestCase("3 mailboxes found", "", "{number} mailboxes found")]
    [TestCase("Found 1 excluded objects. All personal sites are excluded", "", "Found {number} excluded objects. All personal sites are excluded")]
    [TestCase("Found 66 objects", "", "Found {number} objects")]
    [TestCase("Found 523 objects", "", "Found {number} objects")]
    [TestCase("3 objects failed", "", "{number} objects failed")]
    [TestCase("Transferred: 0 B (0 items) at 0 B/s (0 items/s)", "", "Transferred: {size} ({number} items) at {size}/s ({number} items/s)")]
    [TestCase("Processing mailbox: user@contoso.onmicrosoft.com", "Mailbox user@contoso.onmicrosoft.com", "Processing mailbox: {name}")]
    [TestCase("Processing mailbox: user@contoso.com", "Mailbox user@contoso.com", "Processing mailbox: {name}")]
    [TestCase("Processing site: Sales (https://contoso.sharepoint.com/sites/Sales)", "Site Sales", "Processing site: {name} ({url})")]
    [TestCase("Processing team: Sales", "Team Sales", "Processing team: {name}")]
    public void Of_TextOfProgress_LosesWhatVaries(string text, string expectedObject, string expectedCause) =>
        AssertSignature(text, expectedObject, expectedCause);

    [TestCase(
        "Processing mailbox Sample Group completed with warning: Failed to find group owner account",
        "Mailbox Sample Group",
        "Failed to find group owner account")]
    [TestCase(
        $"Processing site Anna Sample () finished with warning: Personal site was not found (ID: {Id}, name: Anna Sample)",
        "Site Anna Sample",
        "Personal site was not found")]
    [TestCase(
        "Processing site Sales (https://contoso.sharepoint.com/sites/Sales) finished with warning: Failed to backup item: "
            + "Report.docx, Item may have a virus reported by the virus scanner plug-in.",
        "Site Sales",
        "Failed to backup item: {name}, Item may have a virus reported by the virus scanner plug-in")]
    [TestCase("Failed to process team: Sales. Failed to find Team mailbox owner account.", "Team Sales", "Failed to find Team mailbox owner account")]
    [TestCase(
        "Processing site Anna Sample () finished with warning: Cannot resolve personal site owner. "
            + "The user may not have a valid Microsoft Office 365 license with SharePoint plan enabled.",
        "Site Anna Sample",
        "Cannot resolve personal site owner. The user may not have a valid Microsoft Office 365 license with SharePoint plan enabled")]
    [TestCase(
        "Processing site Sales (https://contoso.sharepoint.com/sites/Sales) failed with error: Exception from HRESULT: 0x87FA0080",
        "Site Sales",
        "Exception from HRESULT: 0x87FA0080")]
    [TestCase($"Processing mailbox user@contoso.com finished with warning: User was not found (ID: {Id})", "Mailbox user@contoso.com", "User was not found")]
    [TestCase(
        "Failed to process site: https://contoso.sharepoint.com/sites/Gone. The remote server returned an error: (404) Not Found.",
        "Site https://contoso.sharepoint.com/sites/Gone",
        "The remote server returned an error: (404) Not Found")]
    [TestCase(
        "Cannot change web part export mode to ‘All’, because custom scripting is disabled for site: Sales. Web part will be skipped",
        "Site Sales",
        "Cannot change web part export mode to ‘All’, because custom scripting is disabled for site: {name}. Web part will be skipped")]
    [TestCase(
        "Item You've joined the Sample group was opened with warning: Object was not found. The object could be deleted or moved to another folder.",
        "Item You've joined the Sample group",
        "Object was not found. The object could be deleted or moved to another folder")]
    [TestCase(
        "Item The new All Company group is ready was opened successfully (type: IPM.Note.GroupMailbox.WarmupEmail; "
            + "source: All Company\\Inbox; target: All Company\\Inbox)",
        "Item The new All Company group is ready",
        "Item {name} was opened successfully (type: IPM.Note.GroupMailbox.WarmupEmail; source: {path}; target: {path})")]
    public void Of_TextWithAnObject_IsTheObjectAndTheCause(string text, string expectedObject, string expectedCause) =>
        AssertSignature(text, expectedObject, expectedCause);

    [TestCase(
        "Failed to find web template ID for: STS#-1. This organization account might be missing a valid SharePoint license. Web configuration is not complete",
        null)]
    [TestCase(
        "Unable to perform operation as '101' would exceed the maximum quota count '100' for forward-link 'owners'.",
        "Unable to perform operation as '{number}' would exceed the maximum quota count '{number}' for forward-link 'owners'")]
    [TestCase("Your license limit has been exceeded", null)]
    [TestCase("Unable to send email notification", null)]
    [TestCase("A task was canceled", null)]
    [TestCase("Unable to read data from the transport connection", null)]
    [TestCase("Blob Immutability", null)]
    [TestCase("Cannot apply immutability", null)]
    [TestCase("Failed to find Team mailbox owner account", null)]
    [TestCase("Failed to access mailbox. The SMTP address has no mailbox associated with it", null)]
    [TestCase("Failed to access mailbox. Access is denied. Check credentials and try again", null)]
    [TestCase("This site has exceeded its maximum file storage limit. To free up space, delete files you don't need and empty the recycle bin", null)]
    [TestCase(
        "Failed to get folder properties. Not allowed to access Non IPM folder.", "Failed to get folder properties. Not allowed to access Non IPM folder")]
    [TestCase("Restore session started", null)]
    [TestCase("Item is successfully restored", null)]
    public void Of_TextWithoutAnObject_IsItsOwnCause(string text, string? expectedCause) => AssertSignature(text, "", expectedCause ?? text);

    [TestCase($"Request {Id} failed", "Request {id} failed", TestName = "a GUID")]
    [TestCase("Correlation 4f8d2c1ab37e4c0f9d66 failed", "Correlation {id} failed", TestName = "an identifier without hyphens")]
    [TestCase("Object at 0x00007FFA3C1D2E40 is invalid", "Object at {id} is invalid", TestName = "an address in memory")]
    [TestCase("Server returned error 503 after 3 attempts", "Server returned error 503 after {number} attempts", TestName = "a code and a count")]
    [TestCase("HTTP 429: retry in 30s", "HTTP 429: retry in {number}s", TestName = "a duration")]
    [TestCase("Error code: -2147024891", "Error code: -2147024891", TestName = "a negative code")]
    [TestCase("TLS 1.2 is required", "TLS 1.2 is required", TestName = "the version of a protocol")]
    [TestCase("Cannot reach 10.0.0.5:443", "Cannot reach {address}", TestName = "an address of a host")]
    [TestCase("Expired on 2026-11-20T22:00:00.0000000+03:00 by policy", "Expired on {date} by policy", TestName = "a date in ISO 8601")]
    [TestCase("Expired on 20.11.2026 22:00 by policy", "Expired on {date} by policy", TestName = "a date with points")]
    [TestCase("Expired on 23 Sep 2024 02:49:03 GMT by policy", "Expired on {date} by policy", TestName = "a date in words")]
    [TestCase("No answer for 00:01:40.5", "No answer for {time}", TestName = "a time")]
    [TestCase("Message of 35.2 MB exceeds 25MB", "Message of {size} exceeds {size}", TestName = "sizes")]
    [TestCase("Version 8.2.0.2202 is not 12.3", "Version {number} is not {number}", TestName = "versions")]
    [TestCase(@"Access to C:\Backup Repo\2026\jobs.db is denied", "Access to {path} is denied", TestName = "a path with a space")]
    [TestCase(@"Access to \\nas01\share\jobs.db is denied", "Access to {path} is denied", TestName = "a path on a network")]
    [TestCase("Access to '/var/lib/jobs.db' is denied", "Access to '{path}' is denied", TestName = "a path of Linux")]
    [TestCase(
        "Cannot open server-01 with 2nd key of Windows 2019", "Cannot open server-01 with 2nd key of Windows 2019", TestName = "digits in words and products")]
    [TestCase("  Two \t spaces\nand a line ", "Two spaces and a line", TestName = "white space")]
    [TestCase("", "", TestName = "nothing")]
    public void Of_VariablePart_IsReplaced(string text, string expectedCause) => AssertSignature(text, "", expectedCause);

    [TestCase("Processing mailbox: a@contoso.com. A task was canceled", "Mailbox a@contoso.com", "A task was canceled")]
    [TestCase(
        $"a@contoso.com does not have a valid Microsoft 365 license (ID: {Id})",
        "Mailbox a@contoso.com",
        "{address} does not have a valid Microsoft 365 license")]
    [TestCase($"User was not found: a@contoso.com (ID: {Id})", "User a@contoso.com", "User was not found: {address}")]
    [TestCase($"OneDrive was not found (ID: {Id})", $"OneDrive {Id}", "OneDrive was not found")]
    [TestCase(
        "Item has been changed during the backup: Invoice (mailbox: a@contoso.com)",
        "Mailbox a@contoso.com",
        "Item has been changed during the backup: Invoice (mailbox: {name})")]
    [TestCase("Mail from a@contoso.com to b@contoso.com was rejected", "", "Mail from {address} to {address} was rejected")]
    [TestCase("Cannot reach https://graph.microsoft.com/v1.0/users", "", "Cannot reach {url}")]
    [TestCase("Cannot read https://contoso.sharepoint.com/sites/Sales/Shared", "Site https://contoso.sharepoint.com/sites/Sales/Shared", "Cannot read {url}")]
    [TestCase("Processing site Site () finished with warning: Site was not found", "Site Site", "Site was not found")]
    [TestCase("Processing site Anna Sample () finished with warning: Site of Anna Sample is locked", "Site Anna Sample", "Site of {name} is locked")]
    public void Of_TextOfAnotherForm_IsTheObjectAndTheCause(string text, string expectedObject, string expectedCause) =>
        AssertSignature(text, expectedObject, expectedCause);

    [Test]
    public void Of_LongText_IsCutBetweenCharacters()
    {
        var signature = FailureSignature.Of(new LogItem { Message = new string('x', 1_999) + "😀" });

        Assert.That(signature.Cause, Is.EqualTo(new string('x', 1_999)));
    }

    [Test]
    public void Of_Null_IsRejected() => Assert.That(() => FailureSignature.Of(null!), Throws.ArgumentNullException);

    private static void AssertSignature(string text, string expectedObject, string expectedCause)
    {
        var signature = FailureSignature.Of(new LogItem { Message = text });

        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{signature.ObjectKind} {signature.ObjectName}".Trim(), Is.EqualTo(expectedObject));
            Assert.That(signature.Cause, Is.EqualTo(expectedCause));
        }
    }
}
