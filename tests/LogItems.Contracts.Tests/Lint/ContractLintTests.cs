using LogItems.Contracts.Lint;
using LogItems.Contracts.Tests.Support;

namespace LogItems.Contracts.Tests.Lint;

public class ContractLintTests
{
    [Test]
    public void Check_OurContract_FindsNothing()
    {
        Assert.That(ContractLint.Check(OurContract.Document), Is.Empty);
    }

    [Test]
    public void Check_ExampleThatIsWrongInSomeVersions_IsOneFindingWithTheVersions()
    {
        var findings = ContractLint.Check(Fixture.Parse(Sound().Replace(
            "'^[A-Z]'", "'^[a-z]'", StringComparison.Ordinal).Replace("example: Started", "example: started", StringComparison.Ordinal)));

        var finding = findings.Single(finding => finding.RuleId == "invalid-example");
        Assert.That(finding.Versions, Is.EqualTo(["v2", "v3", "v4", "v5", "v6", "v7"]));
        Assert.That(finding.Location.Pointer, Does.EndWith("/examples/v2/value/0/title"));
    }

    [Test]
    public void Check_ExampleWithSeveralFaults_FindsAllOfThem()
    {
        var text = Sound().Replace("{id: be376069-2865-4156-a9bc-825cef7d687e, title: Old}", "{id: 1, title: old, state: Gone}", StringComparison.Ordinal);

        var findings = ContractLint.Check(Fixture.Parse(text)).Where(finding => finding.RuleId == "invalid-example");

        Assert.That(
            findings.Select(finding => finding.Location.Pointer.Split('/')[^1]), Is.EquivalentTo(["id", "title", "state"]));
    }

    [Test]
    public void Check_AnnotationsThatSayNothingClear_AreFoundAndBodiesAreNotJudged()
    {
        var findings = ContractLint.Check(Fixture.Parse(Sound().Replace("x-since: v8, description", "x-since: v9, description", StringComparison.Ordinal)
            .Replace("example: {id: be376069-2865-4156-a9bc-825cef7d687e}", "example: {id: 1}", StringComparison.Ordinal)));

        Assert.That(findings.Select(finding => finding.RuleId), Does.Contain("unknown-version").And.Not.Contains("invalid-example"));
    }

    [Test]
    public void Check_DocumentWithoutAnnotations_TellsNoVersions()
    {
        var document = Fixture.WithSchema("{type: string, description: It., example: 3}");

        var finding = ContractLint.Check(document).Single(finding => finding.RuleId == "invalid-example");
        Assert.That(finding.Versions, Is.Empty);
    }

    [TestCase("3.0.3", "requestBody: {content: CONTENT}", "{password: p}", true)]
    [TestCase("3.0.3", "requestBody: {content: CONTENT}", "{id: 1}", false)]
    [TestCase("3.1.0", "requestBody: {content: CONTENT}", "{password: p}", false)]
    [TestCase("3.0.3", "responses: {'200': {description: d, content: CONTENT}}", "{id: 1}", true)]
    public void Check_ReadOnlyAndWriteOnly_AreRequiredInOneDirection(string version, string operation, string example, bool isValid)
    {
        var content = $"{{application/json: {{schema: {{$ref: '#/components/schemas/User'}}, example: {example}}}}}";
        var document = Fixture.Parse(
            $"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{post: {{{operation.Replace("CONTENT", content, StringComparison.Ordinal)}}}}}}}\n"
            + "components: {schemas: {User: {type: object, required: [id, password], "
            + "properties: {id: {type: integer, readOnly: true}, password: {type: string, writeOnly: true}}}}}");

        Assert.That(ContractLint.Check(document).Any(finding => finding.RuleId == "invalid-example"), Is.Not.EqualTo(isValid));
    }

    [TestCase("paths: {/a: null}")]
    [TestCase("paths: []")]
    [TestCase("paths: {/a: {get: 3, parameters: {a: b}}}")]
    [TestCase("paths: {/a: {get: {responses: [], parameters: [3, null], requestBody: x, security: [x], tags: [[]]}}}")]
    [TestCase("paths: {}\ncomponents: {schemas: {A: 3, B: [], C: {properties: [], required: {}, enum: 3, allOf: {}, type: []}}}")]
    [TestCase("paths: {}\ncomponents: []\ntags: 3\nservers: {}\nsecurity: {}")]
    public void Check_MalformedDocument_FindsThatInsteadOfFailing(string text)
    {
        var document = Fixture.Parse($"openapi: '3.0.3'\ninfo: {{title: T, version: '1'}}\n{text}");

        Assert.That(ContractLint.Check(document).Select(finding => finding.RuleId), Does.Contain("wrong-type"));
    }

    private static string Sound() => File.ReadAllText(Fixture.PathOf("lint", "sound.yaml")).ReplaceLineEndings("\n");
}
