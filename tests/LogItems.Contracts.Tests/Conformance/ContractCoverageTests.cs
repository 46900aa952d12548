using System.Text;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Conformance;

public class ContractCoverageTests
{
    private static readonly ContractDocument Document = Fixture.Parse(
        """
        openapi: '3.0.3'
        info: {title: Test, version: '1'}
        paths:
          /sessions/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            get:
              parameters:
                - {name: state, in: query, schema: {allOf: [{$ref: '#/components/schemas/State'}]}}
                - {name: X-Trace, in: header, schema: {type: string}}
              responses:
                '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Session'}}}}
                5XX: {description: Failed.}
            delete:
              responses: {default: {description: Gone.}}
        components:
          schemas:
            State: {type: string, enum: [On, 'Off']}
            Session:
              type: object
              properties:
                name: {type: string}
                state: {$ref: '#/components/schemas/State'}
                parts: {type: array, items: {oneOf: [{type: object, required: [a], properties: {a: {}}}, {type: object, required: [b], properties: {b: {}}}]}}
                labels: {type: object, additionalProperties: {$ref: '#/components/schemas/State'}}
        """);

    [Test]
    public void Report_NothingMet_NamesEverything()
    {
        Assert.That(new ContractCoverage(Document).Report().Missing.Select(item => item.Name), Is.EquivalentTo(new[]
        {
            "GET /sessions/{id}", "GET /sessions/{id} path id", "GET /sessions/{id} query state", "GET /sessions/{id} query state=On",
            "GET /sessions/{id} query state=Off", "GET /sessions/{id} 200", "GET /sessions/{id} 5XX", "DELETE /sessions/{id}",
            "DELETE /sessions/{id} path id", "DELETE /sessions/{id} default", "Session.name", "Session.state", "Session.parts",
            "Session.parts[].a", "Session.parts[].b", "Session.labels", "State=\"On\"", "State=\"Off\"",
        }));
    }

    [TestCase("", "{}", "GET /sessions/{id}|GET /sessions/{id} path id|GET /sessions/{id} 200")]
    [TestCase(
        "?state=Off",
        "3",
        "GET /sessions/{id}|GET /sessions/{id} path id|GET /sessions/{id} 200|GET /sessions/{id} query state|GET /sessions/{id} query state=Off")]
    [TestCase("", "{\"name\":null,\"other\":1}", "GET /sessions/{id}|GET /sessions/{id} path id|GET /sessions/{id} 200|Session.name")]
    [TestCase("", "{\"state\":\"On\"}", "GET /sessions/{id}|GET /sessions/{id} path id|GET /sessions/{id} 200|Session.state|State=\"On\"")]
    [TestCase("", "{\"labels\":{\"x\":\"Off\"}}", "GET /sessions/{id}|GET /sessions/{id} path id|GET /sessions/{id} 200|Session.labels|State=\"Off\"")]
    [TestCase("", "{\"parts\":[{\"b\":1}]}", "GET /sessions/{id}|GET /sessions/{id} path id|GET /sessions/{id} 200|Session.parts|Session.parts[].b")]
    [TestCase("", "{", "GET /sessions/{id}|GET /sessions/{id} path id|GET /sessions/{id} 200")]
    public void Add_Exchange_MeetsWhatItHolds(string query, string body, string met)
    {
        var coverage = new ContractCoverage(Document);

        coverage.Add(Exchange("/v5/sessions/1", query, 200, body));

        Assert.That(coverage.Report().Items.Where(item => item.IsCovered).Select(item => item.Name), Is.EquivalentTo(met.Split('|')));
    }

    [Test]
    public void Add_StatusOfARange_MeetsTheRange()
    {
        var coverage = new ContractCoverage(Document);

        coverage.Add(Exchange("/sessions/1", "", 503, ""));

        Assert.That(coverage.Report().Items.Single(item => item.Name == "GET /sessions/{id} 5XX").IsCovered, Is.True);
    }

    [Test]
    public void Add_UnknownOperation_MeetsNothing()
    {
        var coverage = new ContractCoverage(Document);

        coverage.Add(Exchange("/jobs", "", 200, "{}"));

        Assert.That(coverage.Report().Share, Is.Zero);
    }

    [Test]
    public void Report_MethodsGiven_CountsThoseOnly()
    {
        var report = new ContractCoverage(Document, "DELETE").Report();

        Assert.That(report.Items.Where(item => item.Kind == CoverageKind.Operation).Select(item => item.Name), Is.EqualTo(["DELETE /sessions/{id}"]));
        Assert.That(report.Of(CoverageKind.Property), Is.EqualTo(1));
    }

    private static Exchange Exchange(string path, string query, int status, string body) =>
        new("GET", path, query, status, body.Length == 0 ? null : "application/json", Encoding.UTF8.GetBytes(body));

    [TestCase("style: deepObject, explode: true", "?page%5Bsize%5D=5")]
    [TestCase("style: form, explode: true", "?size=5")]
    [TestCase("style: form, explode: false", "?page=size,5")]
    public void Add_ParameterThatIsAnObject_IsMetInItsStyle(string style, string query)
    {
        var contract = Fixture.Parse(
            $$"""
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths: {/a: {get: {responses: {'204': {description: d} }, parameters: [
              {name: page, in: query, {{style}}, schema: {type: object, properties: {size: {type: integer} } } }] } } }
            """);
        var coverage = new ContractCoverage(contract);

        coverage.Add(new Exchange("GET", "/a", query, 204, null, default));

        Assert.That(coverage.Report().Of(CoverageKind.Parameter), Is.EqualTo(1));
    }

    [Test]
    public void Report_NothingToMeet_IsNoCoverage()
    {
        Assert.That(new CoverageReport([]).ToString(), Is.EqualTo("Coverage 0.0 %."));
    }
}
