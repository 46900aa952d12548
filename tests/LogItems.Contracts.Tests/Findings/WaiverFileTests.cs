using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Findings;

public class WaiverFileTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly Location Here = new("/components/schemas/LogItem/properties/title", 9, 5, "revision.yaml");
    private static readonly Location There = new("/components/schemas/Item/properties/title", 8, 5, "base.yaml");

    private static readonly Finding Found = new("response-property-renamed", FindingLevel.Error, "Renamed.", Here)
    {
        Change = new Change(FindingLevel.Error, FindingLevel.Error, There, Here, "title", "text"),
    };

    [TestCase("/components/schemas/LogItem/properties/title", true)]
    [TestCase("/components/schemas/Item/properties/title", true, Description = "where it is in the base")]
    [TestCase("/components/schemas/*/properties/title", true)]
    [TestCase("/components/schemas/LogItem/**", true)]
    [TestCase("/**", true)]
    [TestCase("/components/schemas/LogItem", false)]
    [TestCase("/components/*/title", false)]
    [TestCase("/components/schemas/LogItem/properties/title/type", false)]
    [TestCase("/components/schemas/LogItem/properties/title/type/**", false)]
    public void Apply_Location_DecidesWhatIsWaived(string location, bool isWaived)
    {
        var finding = Waivers(location: location).Apply([Found], Today)[0];

        Assert.That(finding.Waiver?.Reason, Is.EqualTo(isWaived ? "Agreed." : null));
    }

    [TestCase("2026-06-01", new string[0])]
    [TestCase("2026-05-31", new[] { "waiver-expired" })]
    public void Apply_LastDay_IsTheLastOnWhichItWaives(string expires, string[] warnings)
    {
        var findings = Waivers(expires: expires).Apply([Found], Today);

        Assert.That(findings[0].Waiver is null, Is.EqualTo(warnings.Length > 0));
        Assert.That(findings.Skip(1).Select(finding => finding.RuleId), Is.EqualTo(warnings));
        Assert.That(findings.Skip(1).Select(finding => finding.Level), Is.All.EqualTo(FindingLevel.Warn));
    }

    [Test]
    public void Apply_WaiverOfAnotherRule_IsUnused()
    {
        var findings = Waivers(rule: "response-property-moved").Apply([Found], Today);

        Assert.That(findings.Select(finding => (finding.RuleId, finding.Waiver is null, finding.Location.Line)),
            Is.EqualTo([("response-property-renamed", true, 9), ("waiver-unused", true, 2)]));
    }

    [TestCase("waivers: {}", 1, "there is no list of 'waivers'")]
    [TestCase("waivers: [a]", 1, "a waiver is not an object")]
    [TestCase("waivers:\n  - {rule: a, location: /, expires: 2026-01-01}", 2, "no text under 'reason'")]
    [TestCase("waivers:\n  - {rule: a, location: /, reason: '', expires: 2026-01-01}", 2, "no text under 'reason'")]
    [TestCase("waivers:\n  - {rule: a, location: /, reason: b, expires: tomorrow}", 2, "'tomorrow' is not a date")]
    [TestCase("waivers:\n  - {rule: a, location: /, reason: b, expires: 2026-01-01, until: c}", 2, "a waiver has no 'until'")]
    public void Load_Mistake_SaysWhereAndWhat(string text, int line, string found)
    {
        var exception = Assert.Throws<ContractLoadException>(() => WaiverFile.Load(new StringReader(text), "waivers.yaml"))!;

        Assert.That(exception.Location.Line, Is.EqualTo(line));
        Assert.That(exception.Message, Does.Contain(found));
    }

    private static WaiverFile Waivers(
        string rule = "response-property-renamed", string location = "/**", string expires = "2026-12-31") => WaiverFile.Load(
            new StringReader($"waivers:\n  - {{rule: {rule}, location: '{location}', reason: Agreed., expires: {expires}}}"), "waivers.yaml");
}
