using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Diff;

public class ContractDiffTests
{
    [Test]
    public void Compare_RenamedProperty_IsOneFindingWithBothPlaces()
    {
        var (before, after) = (Load("base.yaml", "title"), Load("revision.yaml", "caption"));

        var finding = DiffFixture.Compare(before, after).Single();

        var change = finding.Change!;
        Assert.That(finding.RuleId, Is.EqualTo("response-property-renamed"));
        Assert.That((change.Wire, change.Sdk, finding.Level), Is.EqualTo((FindingLevel.Error, FindingLevel.Error, FindingLevel.Error)));
        Assert.That((change.Was, change.Is), Is.EqualTo(("title", "caption")));
        Assert.That(change.Base, Is.EqualTo(new Location("/components/schemas/LogItem/properties/title", 27, 16, "base.yaml")));
        Assert.That(change.Revision, Is.EqualTo(new Location("/components/schemas/LogItem/properties/caption", 27, 18, "revision.yaml")));
        Assert.That(change.Operations, Is.EqualTo(["GET /LogItems", "GET /LogItems/{id}"]));
        Assert.That(finding.Message, Is.EqualTo(
            "LogItem.caption: property renamed from title to caption; callers that read the former name fail."));

        static ContractDocument Load(string file, string name) =>
            Fixture.Parse(File.ReadAllText(Fixture.PathOf("diff", "renamed.yaml")).Replace("NAME", name, StringComparison.Ordinal), file);
    }

    [TestCase("{type: string, description: Other.}", "{type: string, title: T, example: a, externalDocs: {url: x}}", TestName = "Compare_Prose_IsNoFinding")]
    [TestCase("{$ref: '#/components/schemas/Name'}", "{type: string, maxLength: 5}", TestName = "Compare_InlinedReference_IsNoFinding")]
    [TestCase(
        "{$ref: '#/components/schemas/Name'}",
        "{allOf: [{$ref: '#/components/schemas/Name'}], description: A name.}",
        TestName = "Compare_WrappedReference_IsNoFinding")]
    [TestCase(
        "{oneOf: [{type: string}, {type: integer}]}", "{oneOf: [{type: integer}, {type: string}]}", TestName = "Compare_ReorderedAlternatives_AreNoFinding")]
    [TestCase("{type: string, enum: [a, b]}", "{enum: [b, a], type: string}", TestName = "Compare_ReorderedValues_AreNoFinding")]
    [TestCase(
        "{type: object, properties: {a: {type: string}}}", "{properties: {a: {type: string}}}", TestName = "Compare_TypeThatGoesWithoutSaying_IsNoFinding")]
    [TestCase(
        "{type: object, required: [a, b], properties: {a: {}, b: {}}}",
        "{allOf: [{type: object, required: [b], properties: {b: {}}}, {required: [a], properties: {a: {}}}]}",
        TestName = "Compare_ObjectInParts_IsNoFinding")]
    [TestCase("{type: integer, maximum: 10}", "{allOf: [{type: integer, maximum: 12}, {maximum: 10}]}", TestName = "Compare_TighterPart_IsTheBound")]
    [TestCase("{$ref: '#/components/schemas/Tree'}", "{$ref: '#/components/schemas/Tree'}", TestName = "Compare_Cycle_Ends")]
    [TestCase("{$ref: '#/components/schemas/Knot'}", "{$ref: '#/components/schemas/Knot'}", TestName = "Compare_SchemaThatIsPartOfItself_Ends")]
    public void Compare_SchemasThatAllowTheSame_FindsNothing(string before, string after)
    {
        Assert.That(DiffFixture.Compare(Answer(before), Answer(after)), Is.Empty);
        Assert.That(DiffFixture.Compare(Answer(after), Answer(before)), Is.Empty);
    }

    [Test]
    public void Compare_ComponentsThatNothingUses_AreNoFinding()
    {
        var before = DiffFixture.Answer("{type: string}", "{A: {type: string}}");
        var after = DiffFixture.Answer("{type: string}", "{B: {type: integer}}");

        Assert.That(DiffFixture.Compare(before, after), Is.Empty);
    }

    // NSwag makes members nullable that may be missing, so that null is news to code only where the member is always there.
    [TestCase("[value]", FindingLevel.Error)]
    [TestCase("[other]", FindingLevel.None)]
    public void Compare_Nullable_MattersToTheSdkWhereTheMemberIsAlwaysThere(string required, FindingLevel sdk)
    {
        var before = Answer($"{{type: object, required: {required}, properties: {{value: {{type: integer}}, other: {{}}}}}}");
        var after = Answer($"{{type: object, required: {required}, properties: {{value: {{type: integer, nullable: true}}, other: {{}}}}}}");

        var change = DiffFixture.Compare(before, after).Single().Change!;

        Assert.That((change.Wire, change.Sdk), Is.EqualTo((FindingLevel.Error, sdk)));
    }

    [TestCase("{type: string, format: hostname}", "{type: string, format: email}", FindingLevel.None)]
    [TestCase("{type: string}", "{type: string, format: uuid}", FindingLevel.Error)]
    [TestCase("{type: integer, format: int32}", "{type: integer, format: int64}", FindingLevel.Error)]
    [TestCase("{type: array, items: {type: string}}", "{type: array, items: {type: boolean}}", FindingLevel.Error)]
    public void Compare_Type_MattersToTheSdkWhereTheMemberIsOfAnother(string before, string after, FindingLevel sdk)
    {
        Assert.That(DiffFixture.Compare(Answer(before), Answer(after)).Single().Change!.Sdk, Is.EqualTo(sdk));
    }

    [Test]
    public void Compare_OperationThatIsNotPromised_BreaksNobody()
    {
        var before = Answer("{type: string}", "alpha");
        var after = Answer("{type: boolean}", "alpha");

        var change = DiffFixture.Compare(before, after).Single().Change!;

        Assert.That((change.Wire, change.Sdk), Is.EqualTo((FindingLevel.Info, FindingLevel.Info)));
    }

    [Test]
    public void Compare_Move_NeedsOnePropertyThatIsTheSame()
    {
        var before = Answer("{type: object, properties: {a: {type: string}, b: {type: object, properties: {}}}}");
        var moved = Answer("{type: object, properties: {b: {type: object, properties: {a: {type: string}}}}}");
        var other = Answer("{type: object, properties: {b: {type: object, properties: {a: {type: boolean}}}}}");

        Assert.That(Rules(before, moved), Is.EqualTo(["response-property-moved"]));
        Assert.That(Rules(before, other), Is.EquivalentTo(["response-optional-property-removed", "response-optional-property-added"]));
    }

    [Test]
    public void Compare_PropertyOfAnotherOperationsAnswer_HasNotMoved()
    {
        var before = TwoAnswers("{id: {type: string}, note: {type: string}}", "{id: {type: string}}");
        var after = TwoAnswers("{id: {type: string}}", "{id: {type: string}, note: {type: string}}");

        Assert.That(Rules(before, after), Is.EquivalentTo(["response-optional-property-removed", "response-optional-property-added"]));

        static ContractDocument TwoAnswers(string one, string other) => Fixture.Parse(
            File.ReadAllText(Fixture.PathOf("diff", "two-answers.yaml"))
                .Replace("ONE", one, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal));
    }

    // What no response has breaks no reader.
    [TestCase("writeOnly: true, ", FindingLevel.Info)]
    [TestCase("", FindingLevel.Warn)]
    public void Compare_PropertyThatIsNeverAnswered_BreaksNoReader(string access, FindingLevel wire)
    {
        var before = Answer($"{{type: object, properties: {{pin: {{{access}type: string, enum: [a]}}}}}}");
        var after = Answer($"{{type: object, properties: {{pin: {{{access}type: string, enum: [a, long]}}}}}}");

        var finding = DiffFixture.Compare(before, after).Single();

        Assert.That((finding.RuleId, finding.Change!.Wire), Is.EqualTo(("response-property-enum-value-added", wire)));
    }

    [Test]
    public void Compare_SchemaWithAnotherName_IsOneFindingHoweverOftenItIsUsed()
    {
        var before = Named("Item");
        var after = Named("LogItem");

        Assert.That(Rules(before, after), Is.EqualTo(["api-schema-renamed"]));

        static ContractDocument Named(string name) => DiffFixture.Answer(
            $"{{type: object, properties: {{first: {{$ref: '#/components/schemas/{name}'}}, last: {{$ref: '#/components/schemas/{name}'}}}}}}",
            $"{{{name}: {{type: object, properties: {{id: {{type: string}}}}}}}}");
    }

    [Test]
    public void Compare_ScalarThatBecomesARepeatedParameter_IsWider()
    {
        var before = DiffFixture.With(System.Text.Json.Nodes.JsonNode.Parse("""{"type": "string"}""")!, "request-parameter");
        var after = DiffFixture.With(System.Text.Json.Nodes.JsonNode.Parse("""{"type": "array", "items": {"type": "string"}}""")!, "request-parameter");

        Assert.That(Rules(before, after), Is.EqualTo(["request-parameter-type-generalized"]));
        Assert.That(Rules(after, before), Is.EqualTo(["request-parameter-type-changed"]));
    }

    [Test]
    public void Compare_DeepChainOfReferences_NeedsNoStack()
    {
        Assert.That(Rules(Chain("string"), Chain("boolean")), Is.EqualTo(["response-property-type-changed"]));

        static ContractDocument Chain(string type)
        {
            var links = Enumerable.Range(0, 20_000).Select(index =>
                $"S{index}: {{type: object, properties: {{next: {{$ref: '#/components/schemas/S{index + 1}'}}}}}}");
            return DiffFixture.Answer("{$ref: '#/components/schemas/S0'}", $"{{{string.Join(", ", links)}, S20000: {{type: {type}}}}}");
        }
    }

    private static List<string> Rules(ContractDocument before, ContractDocument after) =>
        [.. DiffFixture.Compare(before, after).Select(finding => finding.RuleId)];

    private static ContractDocument Answer(string schema, string stability = "stable") => DiffFixture.Answer(
        schema,
        """
        {
          Name: {type: string, maxLength: 5},
          Tree: {type: object, properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}},
          Knot: {allOf: [{$ref: '#/components/schemas/Knot'}, {type: object}]}
        }
        """.ReplaceLineEndings(" "),
        stability);
}
