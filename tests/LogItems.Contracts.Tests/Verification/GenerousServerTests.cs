using System.Net;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Verification;
using RichardSzalay.MockHttp;

namespace LogItems.Contracts.Tests.Verification;

/// <summary>A server that says yes to everything, and contracts that are not ours.</summary>
public sealed class GenerousServerTests
{
    private static readonly ContractDocument Contract = Fixture.Parse(
        """
        openapi: '3.0.3'
        info: {title: Test, version: '1'}
        security: [{bearer: []}]
        paths:
          /things:
            get:
              parameters:
                - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 9, default: 5}}
                - {name: kind, in: query, required: true, schema: {type: string}, example: all}
              responses: {default: {description: Any., content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {}}}}}}}}
          /things/{id}:
            get:
              parameters:
                - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
              responses: {default: {description: Any., content: {application/json: {}}}}
          /open:
            get: {security: [], responses: {default: {description: Any., content: {application/json: {}}}}}
          /things/{id}/parts:
            delete: {responses: {default: {description: Any.}}}
        components:
          securitySchemes:
            bearer: {type: http, scheme: bearer}
        """);

    [Test]
    public async Task RunAsync_EverythingAccepted_FindsEachBadRequest()
    {
        var (result, _) = await VerifyAsync();

        Assert.That(
            result.Findings.Select(finding => (finding.RuleId, finding.Level, Path(finding))),
            Is.EquivalentTo(new[]
            {
                (VerificationRules.BadRequestAccepted, FindingLevel.Info, "/v1/things"),
                (VerificationRules.BadRequestAccepted, FindingLevel.Info, "/v1/things"),
                (VerificationRules.BadRequestAccepted, FindingLevel.Error, "/v1/things"),
                (VerificationRules.BadRequestAccepted, FindingLevel.Error, "/v1/things/be376069-2865-4156-a9bc-825cef7d687e"),
                (VerificationRules.BadRequestAccepted, FindingLevel.Error, "/v1/things/malformed"),
                (VerificationRules.BadRequestAccepted, FindingLevel.Error, "/v1/things/unknown"),
            }));
    }

    [Test]
    public async Task RunAsync_Requests_AreGoodOnesAndTheirCounterparts()
    {
        var (_, requests) = await VerifyAsync();

        Assert.That(requests, Is.EquivalentTo(new[]
        {
            "signed /v1/things?kind=all", "signed /v1/things?kind=all&limit=1", "signed /v1/things?kind=all&limit=5",
            "signed /v1/things?kind=all&limit=0", "signed /v1/things?kind=all&limit=10", "signed /v1/things?kind=all",
            "bare /v1/things?kind=all", "signed /v1/open",
            "signed /v1/things/be376069-2865-4156-a9bc-825cef7d687e", "bare /v1/things/be376069-2865-4156-a9bc-825cef7d687e",
            "signed /v1/things/malformed", "signed /v1/things/unknown",
        }));
    }

    [Test]
    public void RunAsync_ContractWithoutTokenOperation_AsksForAToken()
    {
        using var http = new HttpClient(new MockHttpMessageHandler()) { BaseAddress = new Uri("https://localhost/v1/") };

        Assert.That(
            () => ServerVerification.RunAsync(http, Contract, new VerificationOptions { Username = "x", Password = "y" }),
            Throws.TypeOf<VerificationException>().With.Message.Contains("provide a token"));
    }

    private static async Task<(VerificationResult Result, List<string> Requests)> VerifyAsync()
    {
        var requests = new List<string>();
        using var service = new MockHttpMessageHandler();
        service.When("*").Respond(request =>
        {
            requests.Add($"{(request.Headers.Authorization is null ? "bare" : "signed")} {Known(request.RequestUri!.PathAndQuery)}");
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("[{\"id\":\"be376069-2865-4156-a9bc-825cef7d687e\"}]", System.Text.Encoding.UTF8, "application/json"),
            };
        });
        using var http = new HttpClient(service) { BaseAddress = new Uri("https://localhost/v1/") };
        var result = await ServerVerification.RunAsync(
            http, Contract, new VerificationOptions { AccessToken = "t", RequestsPerSecond = 1e6, SlowAfter = TimeSpan.FromHours(1) });
        return (result, requests);
    }

    private static string Path(Finding finding) => Known(finding.Location.File.Split(' ')[1]);

    // The unknown identifier is another in each run.
    private static string Known(string path) =>
        Guid.TryParse(path.Split('/')[^1], out var id) && id != new Guid("be376069-2865-4156-a9bc-825cef7d687e")
            ? $"{path[..path.LastIndexOf('/')]}/unknown"
            : path;
}
