using LogItems.Contracts.Annotations;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Views;

namespace LogItems.Contracts.Tests.Views;

public class ContractViewTests
{
    private static readonly ContractDocument Contract = Fixture.Load("view", "contract.yaml");

    [Test]
    public void Create_OldestVersion_IsExactlyWhatExistsThere()
    {
        var expected = File.ReadAllText(Fixture.PathOf("view", "expected-v2.yaml"));

        Assert.That(Fixture.Yaml(ContractView.Create(Contract, "v2")), Is.EqualTo(expected));
    }

    [TestCaseSource(typeof(ContractVersions), nameof(ContractVersions.All))]
    public void Create_AnyVersion_HasNoAnnotationsLeftAndIsItsOwnView(string version)
    {
        var view = ContractView.Create(Contract, version);

        Assert.That(Fixture.Json(view), Does.Not.Match("x-(since|until|enum-versions|nullable-since|shapes)"));
        Assert.That(Fixture.Json(ContractView.Create(view, version)), Is.EqualTo(Fixture.Json(view)));
    }

    [TestCaseSource(typeof(ContractVersions), nameof(ContractVersions.All))]
    public void Create_AnyVersion_WrittenAndLoadedIsTheSame(string version)
    {
        var view = ContractView.Create(Contract, version);

        Assert.That(Fixture.Json(Fixture.Parse(Fixture.Yaml(view))), Is.EqualTo(Fixture.Json(view)));
        Assert.That(Fixture.Yaml(Fixture.Parse(Fixture.Json(view))), Is.EqualTo(Fixture.Yaml(view)));
    }

    [TestCase("v2", "/paths/~1Sessions/get/parameters", false)]
    [TestCase("v3", "/paths/~1Sessions/get/parameters/0", true)]
    [TestCase("v7", "/paths/~1Sessions/get/parameters/1", false)]
    [TestCase("v8", "/paths/~1Sessions/get/parameters/1", true)]
    [TestCase("v5", "/paths/~1Retrievals", false)]
    [TestCase("v6", "/paths/~1Retrievals", true)]
    [TestCase("v7", "/paths/~1Sessions/get/responses/409", false)]
    [TestCase("v8", "/paths/~1Sessions/get/responses/409", true)]
    [TestCase("v7", "/components/responses", false)]
    [TestCase("v7", "/components/schemas/Error", false)]
    [TestCase("v8", "/components/schemas/Error", true)]
    [TestCase("v8", "/components/schemas/AlsoUnused", false)]
    [TestCase("v8", "/components/securitySchemes/unused", false)]
    [TestCase("v5", "/components/schemas/SessionPage/properties/setId", false)]
    [TestCase("v6", "/components/schemas/SessionPage/properties/setId", true)]
    [TestCase("v5", "/components/schemas/SessionPage/required/1", false)]
    [TestCase("v6", "/components/schemas/SessionPage/required/1", true)]
    [TestCase("v7", "/components/schemas/Session/required", true)]
    [TestCase("v8", "/components/schemas/Session/required", false)]
    [TestCase("v6", "/components/schemas/Session/properties/endTime/nullable", false)]
    [TestCase("v7", "/components/schemas/Session/properties/endTime/nullable", true)]
    [TestCase("v3", "/paths/~1Sessions/get/responses/200/content/application~1json/examples", false)]
    [TestCase("v8", "/paths/~1Sessions/get/responses/200/content/application~1json/examples/v8", true)]
    [TestCase("v5", "/tags/1", false)]
    [TestCase("v6", "/tags/1", true)]
    public void Create_Version_HasWhatExistsThere(string version, string pointer, bool exists)
    {
        Assert.That(ContractView.Create(Contract, version).Find(pointer), exists ? Is.Not.Null : Is.Null);
    }

    [TestCase("v3", new[] { "Success", "Failed" })]
    [TestCase("v5", new[] { "Success", "Failed", "Odd" })]
    [TestCase("v8", new[] { "Success", "Failed", "Queued" })]
    public void Create_Enum_HasTheValuesOfTheVersionAndTheirNames(string version, string[] values)
    {
        var status = (ContractMap)ContractView.Create(Contract, version).Find("/components/schemas/Status")!;

        Assert.That(Texts(status["enum"]), Is.EqualTo(values));
        Assert.That(Texts(status["x-enumNames"]), Is.EqualTo(values.Select(value => value == "Success" ? "Succeeded" : value)));
    }

    [TestCase("v2", "type")]
    [TestCase("v3", "oneOf")]
    [TestCase("v5", "$ref")]
    public void Create_Shapes_OneBecomesTheSchemaAndSeveralAlternatives(string version, string keyword)
    {
        var schema = ContractView.Create(Contract, version)
            .Find("/paths/~1Sessions/get/responses/200/content/application~1json/schema");

        Assert.That(((ContractMap)schema!).Has(keyword));
    }

    [Test]
    public void Create_ExampleFile_IsWrittenIntoTheDocument()
    {
        var value = ContractView.Create(Contract, "v2")
            .Find("/paths/~1Sessions/get/responses/200/content/application~1json/examples/v2/value")!;

        Assert.That(value.ToJson(), Is.EqualTo(
            """[{"id":"6e61733d-738b-41e1-bd0d-d0b3340159d5","title":"[Success] Done","status":"Success"}]"""));
        Assert.That(value.Location.File, Does.EndWith("v2-sessions.json"));
    }

    [Test]
    public void Create_Node_KeepsItsPlaceInTheSource()
    {
        var view = ContractView.Create(Contract, "v8");

        Assert.That(view.Find("/components/schemas/Session")!.Location, Is.EqualTo(Contract.Find("/components/schemas/Session")!.Location));
    }

    [Test]
    public void Create_RequiredThroughAllOf_FollowsTheProperty()
    {
        var contract = Used("""
            {allOf: [{type: object, properties: {a: {type: string}, b: {type: string, x-since: v6}}}, {required: [a, b]}]}
            """);

        Assert.That(Texts(ContractView.Create(contract, "v5").Find("/components/schemas/Subject/allOf/1/required")), Is.EqualTo(["a"]));
        Assert.That(Texts(ContractView.Create(contract, "v6").Find("/components/schemas/Subject/allOf/1/required")), Is.EqualTo(["a", "b"]));
    }

    [Test]
    public void Create_NullInEnum_GoesWithNullable()
    {
        var contract = Used("{type: string, nullable: true, enum: [a, null], x-nullable-since: v7}");

        Assert.That(Texts(ContractView.Create(contract, "v6").Find("/components/schemas/Subject/enum")), Is.EqualTo(["a"]));
        Assert.That(Texts(ContractView.Create(contract, "v7").Find("/components/schemas/Subject/enum")), Is.EqualTo(["a", "null"]));
    }

    [Test]
    public void Create_CyclicComponents_AreKeptIfUsed()
    {
        var contract = Used("{type: object, properties: {next: {$ref: '#/components/schemas/Subject'}}}");

        Assert.That(ContractView.Create(contract, "v4").Find("/components/schemas/Subject"), Is.Not.Null);
    }

    [TestCase("Child")]
    [TestCase("'#/components/schemas/Child'")]
    public void Create_SchemaThatOnlyADiscriminatorNames_IsKept(string target)
    {
        var contract = Used(
            $"{{type: object, discriminator: {{propertyName: kind, mapping: {{child: {target}}}}}}}", "Child: {type: object}");

        Assert.That(ContractView.Create(contract, "v4").Find("/components/schemas/Child"), Is.Not.Null);
    }

    [TestCase("v1")]
    [TestCase("8")]
    [TestCase("")]
    public void Create_NoVersion_NamesThoseThatAre(string version)
    {
        Assert.That(() => ContractView.Create(Contract, version), Throws.ArgumentException.With.Message.Contains("v2, v3"));
    }

    [Test]
    public void Create_BrokenAnnotations_LeadsToTheFirst()
    {
        var contract = Fixture.Load("empty-range", "bad.yaml");

        var exception = Assert.Throws<ContractLoadException>(() => ContractView.Create(contract, "v5"))!;

        Assert.That(exception.Message, Does.Contain("empty-range"));
        Assert.That(exception.Location, Is.EqualTo(ContractAnnotations.Check(contract)[0].Location));
    }

    [Test]
    public void Create_MissingExampleFile_NamesTheFileAndThePlace()
    {
        var contract = Fixture.Parse(
            """
            openapi: '3.0.3'
            info: {title: Test, version: '1'}
            paths:
              /a: {get: {responses: {default: {description: Any, content: {application/json: {examples: {
                one: {externalValue: examples/none.json}}}}}}}}
            """,
            Fixture.PathOf("view", "inline.yaml"));

        var exception = Assert.Throws<ContractLoadException>(() => ContractView.Create(contract, "v5"))!;

        Assert.That(exception.Message, Does.Contain("none.json").And.Contain("inline.yaml:5:"));
    }

    private static ContractDocument Used(string schema, string others = "") => Fixture.Parse(
        $$"""
        openapi: '3.0.3'
        info: {title: Test, version: '1'}
        paths:
          /a:
            get:
              responses:
                default:
                  description: Any.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Subject'}
        components:
          schemas:
            Subject: {{schema}}
            {{others}}
        """);

    private static IEnumerable<string> Texts(ContractNode? list) =>
        ((ContractList)list!).Items.Cast<ContractScalar>().Select(item => item.Text);
}
