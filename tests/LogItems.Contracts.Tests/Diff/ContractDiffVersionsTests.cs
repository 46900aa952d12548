using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Diff;

public class ContractDiffVersionsTests
{
    private static readonly ContractDocument Base = Session("eTag: {type: string}", "name: {type: string, nullable: true, x-nullable-since: v7}");

    [Test]
    public void CompareVersion_ChangeOfAnotherVersion_IsNoFinding()
    {
        var revision = Session("eTag: {type: string, x-until: v6}", "name: {type: string, nullable: true, x-nullable-since: v7}");

        Assert.That(ContractDiff.CompareVersion(Base, revision, "v6"), Is.Empty);
        Assert.That(
            ContractDiff.CompareVersion(Base, revision, "v7").Select(finding => (finding.RuleId, finding.Versions)),
            Is.EqualTo([("response-optional-property-removed", new[] { "v7" })]));
    }

    // The SDK has one model for all versions: the member is still there.
    [Test]
    public void CompareAllVersions_GoneFromSomeVersions_IsOneFindingThatDoesNotConcernTheSdk()
    {
        var revision = Session("eTag: {type: string, x-until: v6}", "name: {type: string, nullable: true, x-nullable-since: v7}");

        var finding = ContractDiff.CompareAllVersions(Base, revision).Single();

        Assert.That(finding.Versions, Is.EqualTo(["v7", "v8"]));
        Assert.That((finding.Change!.Wire, finding.Change.Sdk), Is.EqualTo((FindingLevel.Warn, FindingLevel.None)));
    }

    [Test]
    public void CompareAllVersions_GoneFromAll_ConcernsTheSdkToo()
    {
        var revision = Session("name: {type: string, nullable: true, x-nullable-since: v7}");

        var finding = ContractDiff.CompareAllVersions(Base, revision).Single();

        Assert.That(finding.Versions, Is.EqualTo(ContractVersions.All));
        Assert.That((finding.Change!.Wire, finding.Change.Sdk), Is.EqualTo((FindingLevel.Warn, FindingLevel.Error)));
    }

    [Test]
    public void CompareAllVersions_NullSooner_NamesTheVersionsThatItIsNewIn()
    {
        var revision = Session("eTag: {type: string}", "name: {type: string, nullable: true, x-nullable-since: v5}");

        var finding = ContractDiff.CompareAllVersions(Base, revision).Single();

        Assert.That(finding.RuleId, Is.EqualTo("response-property-became-nullable"));
        Assert.That(finding.Versions, Is.EqualTo(["v5", "v6"]));
    }

    [Test]
    public void CompareAllVersions_NewName_ConcernsTheSdkAlone()
    {
        var finding = ContractDiff.CompareAllVersions(Reference("A"), Reference("B")).Single();

        Assert.That(finding.RuleId, Is.EqualTo("api-schema-renamed"));
        Assert.That((finding.Change!.Wire, finding.Change.Sdk), Is.EqualTo((FindingLevel.None, FindingLevel.Error)));
    }

    [Test]
    public void CompareAllVersions_TheSameDocument_FindsNothing()
    {
        var contract = Fixture.Load("view", "contract.yaml");

        Assert.That(ContractDiff.CompareAllVersions(contract, contract), Is.Empty);
    }

    private static ContractDocument Session(params string[] properties) => DiffFixture.Answer(
        "{$ref: '#/components/schemas/Session'}", $"{{Session: {{type: object, properties: {{{string.Join(", ", properties)}}}}}}}");

    private static ContractDocument Reference(string name) => DiffFixture.Answer(
        $"{{$ref: '#/components/schemas/{name}'}}", $"{{{name}: {{type: object, properties: {{id: {{type: string}}}}}}}}");
}
