using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Findings;

public class SeverityFileTests
{
    private static readonly Location Draft = new("/components/schemas/Draft/properties/a", 1, 1, "f.yaml");
    private static readonly Location Item = new("/components/schemas/Item/properties/a", 2, 1, "f.yaml");

    private static readonly Finding Renamed = new("response-property-renamed", FindingLevel.Error, "m", Draft)
    {
        Change = new Change(FindingLevel.Error, FindingLevel.None, Draft, Item, null, null),
    };

    [TestCase("{ rule: response-property-renamed, level: warn }", FindingLevel.Warn, FindingLevel.Warn)]
    [TestCase("{ rule: response-*, level: info }", FindingLevel.Info, FindingLevel.Info)]
    [TestCase("{ rule: request-*, level: info }", FindingLevel.Error, FindingLevel.Error)]
    [TestCase("{ rule: '*', location: /components/schemas/Item/**, level: info }", FindingLevel.Info, FindingLevel.Info)]
    [TestCase("{ rule: '*', location: /components/schemas/Other/**, level: info }", FindingLevel.Error, FindingLevel.Error)]
    [TestCase("{ rule: '*', level: info }, { rule: response-property-renamed, level: warn }", FindingLevel.Warn, FindingLevel.Warn)]
    public void Apply_Decision_ReplacesTheLevelAndTheVerdict(string severities, FindingLevel level, FindingLevel wire)
    {
        var finding = Load(severities).Apply([Renamed]).Single();

        Assert.That((finding.Level, finding.Change!.Wire, finding.Change.Sdk), Is.EqualTo((level, wire, FindingLevel.None)));
    }

    [Test]
    public void Apply_ChangeThatAffectsNobody_KeepsItsLevel()
    {
        var finding = Renamed with { Level = FindingLevel.None, Change = Renamed.Change! with { Wire = FindingLevel.None } };

        Assert.That(Load("{ rule: '*', level: warn }").Apply([finding]).Single().Level, Is.EqualTo(FindingLevel.None));
    }

    [Test]
    public void Apply_LevelNone_TurnsTheRuleOff()
    {
        Assert.That(Load("{ rule: response-*, level: none }").Apply([Renamed]), Is.Empty);
    }

    [TestCase("{ rule: a, level: fatal }", "'fatal' is not a level")]
    [TestCase("{ rule: a, level: 1 }", "'1' is not a level")]
    [TestCase("{ rule: a, level: -1 }", "'-1' is not a level")]
    [TestCase("{ rule: a, level: 'info, warn' }", "'info, warn' is not a level")]
    [TestCase("{ rule: a, level: none, location: [/a] }", "'location' is not a JSON pointer")]
    [TestCase("{ level: info }", "no text under 'rule'")]
    [TestCase("{ rule: a, level: info, path: /a }", "has no 'path'")]
    [TestCase("a", "is not an object")]
    public void Load_Malformed_IsRefusedWithItsPlace(string severity, string words)
    {
        var exception = Assert.Throws<ContractLoadException>(() => Load(severity))!;

        Assert.That(exception.Message, Does.Contain(words).And.Contain("severities.yaml:1:").And.Contain("level: error|warn|info|none"));
    }

    private static SeverityFile Load(string severities) => SeverityFile.Load(new StringReader($"severities: [{severities}]"), "severities.yaml");
}
