using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Views;

namespace LogItems.Contracts.Tests.Views;

public class ViewProseTests
{
    [TestCase("v5", "The address.\nIt is absolute.\n\nIn all versions.")]
    [TestCase("v6", "The address.\nIt is relative\nto the root.\n\nIn all versions.")]
    [TestCase("v7", "The address.\nIt is relative\nto the root.\nIt may be null.\n\nIn all versions.")]
    [TestCase("v8", "The address.\nIt is relative\nto the root.\nIt may be null.\nIt is short.\n\nIn all versions.")]
    public void Create_LinesWithARange_AreKeptInThatRangeWithoutIt(string version, string expected)
    {
        var contract = Described(
            """
            The address.
            API v5 and earlier: It is absolute.
            API v6 and later: It is relative
            to the root.
            API v7 to v8: It may be null.
            API v8 only: It is short.

            In all versions.
            """);

        Assert.That(DescriptionIn(contract, version), Is.EqualTo(expected));
    }

    [TestCase("Number of retries. API v6 and later.", "Number of retries.")]
    [TestCase("API v6 only. Number of retries.", "Number of retries.")]
    [TestCase("Number of retries.\nAPI v2 to v7.", "Number of retries.")]
    [TestCase("Number of retries. API v6\nand later.\nAPI v3 and earlier: Mailboxes.", "Number of retries.")]
    [TestCase("Since API v6 and later versions know it.", "Since API v6 and later versions know it.")]
    [TestCase("Ends in API v6", "Ends in API v6")]
    public void Create_SentenceThatIsARange_IsDropped(string description, string expected) =>
        Assert.That(DescriptionIn(Described(description), "v6"), Is.EqualTo(expected));

    [Test]
    public void Create_DescriptionOfNothingElse_IsLeftOut()
    {
        Assert.That(ContractView.Create(Described("API v6 and later."), "v6").Find("/paths/~1a/get/description"), Is.Null);
        Assert.That(ContractView.Create(Described("API v6 and later."), "v6").Find("/paths/~1a/get/responses/default/description"), Is.Not.Null);
    }

    [Test]
    public void Create_PropertyNamedDescription_IsNotProse()
    {
        var contract = Fixture.Parse(
            """
            openapi: '3.0.3'
            info: {title: Test, version: '1'}
            paths: {/a: {get: {responses: {default: {description: Any., content: {application/json: {
              schema: {type: object, properties: {description: {type: string}}},
              example: {description: API v6 and later.}}}}}}}}
            """);

        var media = ContractView.Create(contract, "v2").Find("/paths/~1a/get/responses/default/content/application~1json")!;

        Assert.That(media.ToJson(), Does.Contain("""{"description":{"type":"string"}}""").And.Contain("""{"description":"API v6 and later."}"""));
    }

    /// <summary>In its names, values and prose alike: a reader of one version's document is told of that version only.</summary>
    [TestCaseSource(typeof(ContractVersions), nameof(ContractVersions.All))]
    public void Create_OurContract_NamesNoOtherVersion(string version)
    {
        var json = OurContract.Views[version].Root.ToJson();

        var others = Regex.Matches(json, @"(?<![\w-])v\d+(?!\w)").Where(match => match.Value != version)
            .Select(match => json[Math.Max(0, match.Index - 60)..Math.Min(json.Length, match.Index + 60)]);

        Assert.That(others, Is.Empty);
    }

    [TestCaseSource(typeof(ContractVersions), nameof(ContractVersions.All))]
    public void Create_OurContract_HasALinkOfTheVersionInEveryExampleWithLinks(string version) =>
        Assert.That(Regex.Matches(OurContract.Views[version].Root.ToJson(), @"""href"":""(https://[^/""]+)?/(?<version>v\d+)/")
            .Select(match => match.Groups["version"].Value), Is.Not.Empty.And.All.EqualTo(version));

    private static string DescriptionIn(ContractDocument contract, string version) =>
        ((ContractScalar)ContractView.Create(contract, version).Find("/paths/~1a/get/description")!).Text;

    private static ContractDocument Described(string description)
    {
        var block = string.Join('\n', description.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
        return Fixture.Parse(
            "openapi: '3.0.3'\ninfo: {title: Test, version: '1'}\npaths:\n  /a:\n    get:\n      description: |-\n" + block
            + "\n      responses: {default: {description: API v6 and later.}}\n");
    }
}
