using LogItems.Contracts.Drift;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Tests.Support;

namespace LogItems.Contracts.Tests.Drift;

public class VendorDocumentsTests
{
    [TestCase("v6")]
    [TestCase("v7")]
    [TestCase("v8")]
    public void Compare_DocumentInTheVendorsStyle_HasNoErrorThatIsNotWaived(string version)
    {
        var waivers = WaiverFile.Load(OurContract.PathOf("openapi", "drift-waivers.yaml"));

        var result = ContractDrift.Compare(OurContract.Views[version], Fixture.Load("vendor", $"{version}.json"));

        var findings = waivers.Apply(result.Findings, new DateOnly(2026, 11, 29));
        Assert.That(findings.Where(finding => finding is { Level: FindingLevel.Error, Waiver: null }).Select(finding => finding.Message), Is.Empty);
        Assert.That(findings.Any(finding => finding.RuleId == ContractDrift.MisprintedValue), Is.EqualTo(version == "v6"));
        Assert.That(findings.Select(finding => finding.RuleId), Does.Not.Contain(WaiverRules.Unused));
    }
}
