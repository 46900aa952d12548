using System.Text;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Conformance;

public class ExchangeValidatorTests
{
    private const string Id = "be376069-2865-4156-a9bc-825cef7d687e";
    private static readonly ExchangeValidator Validator = new(Fixture.Load("exchange", "contract.yaml"));

    [TestCase("GET", "/JobSessions", null)]
    [TestCase("get", "/v5/JobSessions", null)]
    [TestCase("GET", "/V5/jobsessions/", null)]
    [TestCase("POST", "/JobSessions", "undocumented-operation")]
    [TestCase("PARAMETERS", "/JobSessions", "undocumented-operation")]
    [TestCase("GET", "/v6/JobSessions", "undocumented-operation")]
    [TestCase("GET", "/Jobs", "undocumented-operation")]
    [TestCase("GET", "/", "undocumented-operation")]
    public void Validate_Path_IsFoundWithoutRegardToCase(string method, string path, string? ruleId)
    {
        Assert.That(Rules(path: path, method: method), Is.EqualTo(One(ruleId)));
    }

    [Test]
    public void Validate_PathThatNamesItsSegments_GoesBeforeAnOpenOne()
    {
        Assert.That(Rules(path: "/v5/JobSessions/active", body: "3"), Is.Empty);
    }

    [TestCase("", null)]
    [TestCase("?limit=10000&jobType=Backup&jobType=Copy&running=true&status=Copy", null)]
    [TestCase("limit=%31%30", null)]
    [TestCase("?limit=0", "invalid-parameter")]
    [TestCase("?limit=ten", "invalid-parameter")]
    [TestCase("?limit=", "invalid-parameter")]
    [TestCase("?limit=1.5", "invalid-parameter")]
    [TestCase("?running=yes", "invalid-parameter")]
    [TestCase("?jobType=Backup&jobType=Other", "invalid-parameter")]
    [TestCase("?status=Other", "invalid-parameter")]
    [TestCase("?orderAsc=true", "undocumented-parameter")]
    [TestCase("?Authorization=x", "undocumented-parameter")]
    public void Validate_Query_KeepsToTheParameters(string query, string? ruleId)
    {
        Assert.That(Rules(query: query), Is.EqualTo(One(ruleId)));
    }

    [Test]
    public void Validate_RequiredParameterIsMissing_IsAFinding()
    {
        Assert.That(Rules(path: $"/JobSessions/{Id}", contentType: "text/plain"), Is.EqualTo(["missing-parameter"]));
    }

    [TestCase(200, "application/json; charset=utf-8", "[]", null)]
    [TestCase(200, "application/json", "{\"results\": []}", null)]
    [TestCase(200, "application/json", "\ufeff[]", null)]
    [TestCase(200, "application/json", "", "missing-body")]
    [TestCase(200, "application/json", "{", "body-not-json")]
    [TestCase(200, "application/json", "[] []", "body-not-json")]
    [TestCase(200, "text/html", "<p>", "unexpected-media-type")]
    [TestCase(200, null, "[]", "unexpected-media-type")]
    [TestCase(200, "no type", "[]", "unexpected-media-type")]
    [TestCase(204, null, "", null)]
    [TestCase(204, "application/json", "[]", "unexpected-media-type")]
    [TestCase(401, null, "", null)]
    [TestCase(401, "application/json", "{}", "schema-violation")]
    [TestCase(503, "application/json", "{\"message\": \"Busy.\"}", null)]
    [TestCase(404, null, "", "undocumented-status")]
    [TestCase(201, "application/json", "[]", "undocumented-status")]
    public void Validate_Answer_KeepsToTheResponse(int status, string? contentType, string body, string? ruleId)
    {
        Assert.That(Rules(status: status, contentType: contentType, body: body), Is.EqualTo(One(ruleId)));
    }

    [TestCase("text/csv", "a;b", null)]
    [TestCase("application/vnd.session+json", "{\"x\": {\"a\": 1}}", null)]
    [TestCase("application/vnd.session+json", "{\"x\": 1}", "schema-violation")]
    [TestCase("application/json", "{}", "unexpected-media-type")]
    public void Validate_MediaTypeRange_CoversItsTypes(string contentType, string body, string? ruleId)
    {
        var rules = Rules(path: $"/JobSessions/{Id}", query: "?format=any", contentType: contentType, body: body);

        Assert.That(rules, Is.EqualTo(One(ruleId)));
    }

    [Test]
    public void Validate_SchemaViolation_PointsToTheValueAndTheContract()
    {
        var findings = Validate(body: "{\"results\": [{\"id\": \"x\"}]}");

        var finding = findings.Single(finding => finding.Location.Pointer == "/results/0/id");
        Assert.That(finding.Location.File, Is.EqualTo("GET /v5/JobSessions (200)"));
        Assert.That(finding.Message, Does.Contain("contract.yaml:59:"));
        Assert.That(findings.Select(each => each.RuleId), Is.All.EqualTo("schema-violation"));
    }

    [TestCase("[{\"id\": \"" + Id + "\", \"status\": \"a\"}]", null)]
    [TestCase("[{}, {\"extra\": 1}]", "/1/extra")]
    [TestCase("{\"results\": [], \"total\": 1}", "/total")]
    [TestCase("[{\"links\": {\"self\": {\"href\": \"a\"}}}]", null)]
    [TestCase("[{\"links\": {\"self\": {\"name\": \"a\"}}}]", "/0/links/self/name")]
    [TestCase("[{\"labels\": {\"any\": {\"thing\": 1}}}]", null)]
    [TestCase("[{\"details\": {\"any\": {\"thing\": 1}}}]", null)]
    [TestCase("[{\"statistics\": {\"any\": 1}}]", "/0/statistics/any")]
    [TestCase("[{\"choice\": {\"b\": 1, \"c\": 1}}]", null)]
    [TestCase("[{\"choice\": {\"a\": 1, \"c\": 1}}]", "/0/choice/c")]
    public void Validate_PropertyTheSchemaDoesNotName_IsAWarning(string body, string? pointer)
    {
        var findings = Validate(body: body);

        Assert.That(findings.Select(finding => finding.Location.Pointer), Is.EqualTo(One(pointer)));
        Assert.That(findings.Select(finding => (finding.RuleId, finding.Level)),
            Is.All.EqualTo(("undocumented-property", FindingLevel.Warn)));
    }

    [TestCase(null, "{\"name\": \"a\", \"password\": \"p\"}", "{\"id\": 1, \"name\": \"a\"}")]
    [TestCase("invalid-request-body", "{\"id\": 1, \"name\": \"a\"}", "{\"id\": 1, \"name\": \"a\"}")]
    [TestCase("schema-violation", "{\"name\": \"a\", \"password\": \"p\"}", "{\"name\": \"a\"}")]
    public void Validate_ReadOnlyAndWriteOnly_AreRequiredInOneDirection(string? ruleId, string request, string response)
    {
        var document = Fixture.Parse(
            """
            openapi: 3.0.3
            info: {title: Users, version: '1'}
            paths:
              /users:
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
                  responses: {'201': {description: Created., content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}
            components:
              schemas:
                User:
                  type: object
                  required: [id, name, password]
                  properties: {id: {type: integer, readOnly: true}, name: {type: string}, password: {type: string, writeOnly: true}}
            """);
        var exchange = new Exchange("POST", "/users", "", 201, "application/json", Encoding.UTF8.GetBytes(response))
        {
            RequestContentType = "application/json",
            RequestBody = Encoding.UTF8.GetBytes(request),
        };

        Assert.That(new ExchangeValidator(document).Validate(exchange).Select(finding => finding.RuleId), Is.EqualTo(One(ruleId)));
    }

    [TestCase("GET", "/users/5.json", "")]
    [TestCase("GET", "/users/a.json.json", "")]
    [TestCase("GET", "/users/.json", "undocumented-operation")]
    [TestCase("POST", "/users/5:Cancel", "")]
    [TestCase("POST", "/users/5:stop", "undocumented-operation")]
    [TestCase("GET", "/files/a-b.c", "")]
    [TestCase("GET", "/files/ab.c", "undocumented-operation")]
    public void Validate_ParameterInAPartOfASegment_IsFound(string method, string path, string ruleId)
    {
        var document = Fixture.Parse(
            """
            openapi: 3.0.3
            info: {title: Users, version: '1'}
            paths:
              /users/{id}.json: {get: {responses: {'204': {description: None.}}}}
              /users/{id}:cancel: {post: {responses: {'204': {description: None.}}}}
              /files/{a}-{b}.{c}: {get: {responses: {'204': {description: None.}}}}
            """);
        var findings = new ExchangeValidator(document).Validate(new Exchange(method, path, "", 204, null, default));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(ruleId.Length == 0 ? [] : new[] { ruleId }));
    }

    [TestCase("?api_key=1", null)]
    [TestCase("?session=1", "undocumented-parameter")]
    public void Validate_ApiKeyInTheQuery_IsDocumented(string query, string? ruleId)
    {
        var document = Fixture.Parse(
            """
            openapi: 3.0.3
            info: {title: Users, version: '1'}
            security: [{key: []}]
            paths: {/users: {get: {responses: {'204': {description: None.}}}}}
            components:
              securitySchemes: {key: {type: apiKey, in: query, name: api_key}, session: {type: apiKey, in: cookie, name: session}}
            """);
        var findings = new ExchangeValidator(document).Validate(new Exchange("GET", "/users", query, 204, null, default));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(One(ruleId)));
    }

    private static string[] One(string? value) => value is null ? [] : [value];

    private static IEnumerable<string> Rules(
        string path = "/v5/JobSessions", string method = "GET", string query = "", int status = 200,
        string? contentType = "application/json", string body = "[]") =>
        Validate(path, method, query, status, contentType, body).Select(finding => finding.RuleId);

    private static IReadOnlyList<Finding> Validate(
        string path = "/v5/JobSessions", string method = "GET", string query = "", int status = 200,
        string? contentType = "application/json", string body = "[]") =>
        Validator.Validate(new Exchange(method, path, query, status, contentType, Encoding.UTF8.GetBytes(body)));
}
