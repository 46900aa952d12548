namespace LogItems.Monitoring.Tests.Waivers;

public class FailureWaiverFileTests
{
    [Test]
    public void Load_Yaml_IsTheWaiversInTheirOrder()
    {
        var file = Load(
            """
            # Known since the migration.
            waivers:
              - cause: User was not found
                object: '*@contoso.com'
                job: Nightly backup
                reason: They left the company.
                expires: '2027-01-31'
              - { cause: '*license*', reason: Ordered., expires: 2026-12-31 }
            """);

        Assert.That(file.Waivers, Is.EqualTo(new[]
        {
            new FailureWaiver("User was not found", "*@contoso.com", "Nightly backup", "They left the company.", new DateOnly(2027, 1, 31), Line: 3),
            new FailureWaiver("*license*", null, null, "Ordered.", new DateOnly(2026, 12, 31), Line: 8),
        }));
    }

    [Test]
    public void Load_Json_IsTheSame()
    {
        var file = Load("""{ "waivers": [{ "cause": "A", "reason": "B", "expires": "2027-01-31" }] }""");

        Assert.That(file.Waivers, Is.EqualTo(new[] { new FailureWaiver("A", null, null, "B", new DateOnly(2027, 1, 31), Line: 1) }));
    }

    [Test]
    public void Load_NoWaivers_IsEmpty() => Assert.That(Load("waivers: []").Waivers, Is.Empty);

    [TestCase("", "ignore.yaml: there is no list of 'waivers'")]
    [TestCase("waivers: 3", "ignore.yaml: there is no list of 'waivers'")]
    [TestCase("waivers:\n  - A", "ignore.yaml:2: a waiver is not an object")]
    [TestCase("waivers:\n  - cause: A\n    rule: B", "ignore.yaml:3: 'rule' is not a key of a waiver")]
    [TestCase("waivers:\n  - cause: A\n    reason: B", "ignore.yaml:2: a waiver has no text under 'expires'")]
    [TestCase("waivers:\n  - cause: A\n    reason: ''\n    expires: 2027-01-31", "ignore.yaml:3: a waiver has no text under 'reason'")]
    [TestCase("waivers:\n  - cause: A\n    reason: B\n    expires: soon", "ignore.yaml:2: 'soon' is not a date")]
    [TestCase("waivers:\n  - cause: A\n    object: []\n    reason: B\n    expires: 2027-01-31", "ignore.yaml:3: a waiver has no text under 'object'")]
    [TestCase("waivers: }", "ignore.yaml:1: the file is not valid YAML")]
    public void Load_InvalidFile_ReportsLineAndReason(string text, string expected) =>
        Assert.That(() => Load(text), Throws.TypeOf<InvalidDataException>().With.Message.StartsWith(expected));

    /// <summary>As a message advises: between single quotes, with each single quote twice; or as a JSON string, which is one of YAML's.</summary>
    [TestCase("Job failed at 11/20/2026 10:00:02 PM")]
    [TestCase("Processing mailbox Anna finished with warning: Item changed at 11/20/2026 10:00:02 PM, error: The user's \"license\" # 3 - {x}, [y]: z")]
    [TestCase("Processing mailbox Anna failed with error: 'Quoted' *: & ! % @ ` ? | > : , { } [ ] \\ C:\\Backup\\x.vbk")]
    [TestCase("null")]
    [TestCase("A\tB\r\nC")]
    public void Load_CauseOfAReport_IsThatCause(string text)
    {
        var signature = FailureSignature.Of(LogItemsModelFactory.LogItem(level: LogItemLevel.Error, text: text));
        var quoted = signature.Cause.Replace("'", "''", StringComparison.Ordinal);
        var json = System.Text.Json.JsonSerializer.Serialize(signature.Cause);
        string[] causes = signature.Cause.Any(char.IsControl) ? [json] : [$"'{quoted}'", json];

        foreach (var cause in causes)
        {
            var waiver = Load($"waivers:\n  - {{ cause: {cause}, reason: 'R', expires: 2027-01-31 }}").Waivers.Single();
            Assert.That((waiver.Cause, waiver.Waives(signature, null)), Is.EqualTo((signature.Cause, true)));
        }
    }

    [TestCase("waivers:\n  - { cause: Job failed at {date}, reason: R, expires: 2027-01-31 }")]
    [TestCase("waivers:\n  - { cause: A: B, reason: R, expires: 2027-01-31 }")]
    public void Load_CauseWithoutQuotes_ReportsThatItNeedsThem(string text) =>
        Assert.That(() => Load(text), Throws.TypeOf<InvalidDataException>().With.Message.Contains("{ cause: 'TEXT',").And.Message.Contains("with the quotes"));

    [Test]
    public void Load_LongFile_IsRejected() =>
        Assert.That(() => Load(new string(' ', 1_000_001)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("1,000,000"));

    [TestCase("User was not found", null, null, true)]
    [TestCase("user WAS not found", null, null, true)]
    [TestCase("User*", null, null, true)]
    [TestCase("*not*found", null, null, true)]
    [TestCase("*", "anna@contoso.com", "Nightly", true)]
    [TestCase("*", "https://x/*", null, true)]
    [TestCase("*", "*@*", "n*y", true)]
    [TestCase("User", null, null, false)]
    [TestCase("*User was not found*User*", null, null, false)]
    [TestCase("User was not found*found", null, null, false)]
    [TestCase("*", "anna", null, false)]
    [TestCase("*", null, "Other", false)]
    public void Waives_Pattern_IsComparedAsAWhole(string cause, string? name, string? job, bool expected)
    {
        var waiver = new FailureWaiver(cause, name, job, "R", new DateOnly(2027, 1, 31), 1);
        var signature = new FailureSignature(LogItemSubjectKind.Site, "anna@contoso.com", "https://x/personal", "User was not found");

        Assert.That(waiver.Waives(signature, "Nightly"), Is.EqualTo(expected));
    }

    [Test]
    public void Waives_FailureWithoutObjectOrJob_MatchesOnlyPatternsForAny()
    {
        var signature = new FailureSignature(null, null, null, "A");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new FailureWaiver("A", null, null, "R", default, 1).Waives(signature, null), Is.True);
            Assert.That(new FailureWaiver("A", "B", null, "R", default, 1).Waives(signature, null), Is.False);
            Assert.That(new FailureWaiver("A", null, "B", "R", default, 1).Waives(signature, null), Is.False);
        }
    }

    private static FailureWaiverFile Load(string text) => FailureWaiverFile.Load(new StringReader(text), "ignore.yaml");
}
