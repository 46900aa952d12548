using System.Net;
using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Verification;

namespace LogItems.Contracts.Tests.Verification;

public class ServerExplorationTests
{
    private const int Requests = 1200;

    private static readonly PlantedDefect[] Defects =
    [
        new(2, "missing-body", "/JobSessions/ID", "/JobSessions/ID") { Body = body => IsRefusal(body) ? "" : body },
        new(2, "undocumented-status", "/JobSessions/malformed", "/JobSessions/(?!ID)[^/]+") { Status = HttpStatusCode.UnprocessableEntity },
        new(2, "server-error", "/JobSessions/ID/LogItems/malformed", "/JobSessions/ID/LogItems/(?!ID)[^/]+") { Status = HttpStatusCode.InternalServerError },
        new(2, "bad-request-accepted", "/Jobs/ID", "/Jobs/ID")
        {
            Status = HttpStatusCode.OK, Body = body => IsRefusal(body) ? """{"id":"be376069-2865-4156-a9bc-825cef7d687e"}""" : body,
        },
        new(3, "server-error", "/JobSessions/ID/LogItems?limit=10001", "/JobSessions/ID/LogItems", "^\\?.*limit=(1000[1-9]|[1-9][0-9]{5,})")
        {
            Status = HttpStatusCode.InternalServerError,
        },
        new(3, "bad-request-accepted", "/JobSessions/ID/LogItems?offset=-1", "/JobSessions/ID/LogItems", "^\\?offset=-[0-9]+$") { QueryAtServer = "" },
        new(3, "schema-violation", "/JobSessions/ID/LogItems?limit=10000", "/JobSessions/ID/LogItems", "limit=10000(&|$)")
        {
            Body = body => body.Replace("\"limit\":10000", "\"limit\":\"all\"", StringComparison.Ordinal),
        },
        new(5, "server-error", "/JobSessions?offset=0&limit=1", "/JobSessions", "offset=[0-9]+&limit=[0-9]+") { Status = HttpStatusCode.ServiceUnavailable },
        new(5, "bad-request-accepted", "/JobSessions?limit=", "/JobSessions", "^\\?limit=$") { QueryAtServer = "" },
        new(6, "bad-request-accepted", "/JobSessions?jobType=unknown", "/JobSessions", "^\\?jobType=(?!Backup|Copy|BACKUP|0)") { QueryAtServer = "" },
        new(
            6, "unexpected-status", "/JobSessions?endTimeLowerBound=2001-01-01T00%3A00%3A00.1234567%2B14%3A00",
            "/JobSessions", "endTimeLowerBound=2001.*\\+14:00")
        {
            Status = HttpStatusCode.BadRequest,
        },
        new(6, "server-error", "/DataRetrievalSessions?limit=1&limit=30", "/DataRetrievalSessions", "limit=[0-9]+&limit=")
        {
            Status = HttpStatusCode.BadGateway,
        },
        new(7, "body-not-json", "/JobSessions/ID/ProcessedObjects?offset=many", "/JobSessions/ID/ProcessedObjects", "offset=[a-z]") { Body = _ => "<p>" },
        new(8, "schema-violation", "/JobSessions/ID/LogItems?orderAsc=false", "/JobSessions/ID/LogItems", "^\\?orderAsc=false$")
        {
            Body = _ => """{"results":null}""",
        },
        new(
            8, "bad-request-accepted", "/JobSessions/ID/LogItems?type=unknown",
            "/JobSessions/ID/LogItems", "^\\?type=(?!Running|Warning|Error|Success|Stop|RUNNING|0)")
        {
            QueryAtServer = "",
        },
    ];

    [Test]
    public async Task RunAsync_SoundServer_FindsNothing(
        [ValueSource(typeof(ContractVersions), nameof(ContractVersions.All))] string version, [Values(1, 2)] int seed)
    {
        await using var server = await VerifiedServer.StartAsync(version);

        var result = await server.VerifyAsync(explore: Requests, seed: seed);

        Assert.That(result.Findings, Is.Empty);
        Assert.That(result.Notes, Has.One.Match($"^Explored with {Requests} requests from seed {seed}: [1-9]\\d* valid, [1-9]\\d* invalid, [1-9]\\d* with"));
    }

    [TestCaseSource(typeof(ContractVersions), nameof(ContractVersions.All))]
    public async Task RunAsync_PlantedDefects_AreFoundByTheirSmallestRequestsAndNoOthers(string version)
    {
        await using var server = await VerifiedServer.StartAsync(version);
        var planted = Defects.Where(defect => defect.Since <= int.Parse(version[1..], null)).ToList();

        var result = await server.VerifyAsync(explore: Requests, through: PlantedDefect.Handler(planted));

        var found = Explored(result).Select(finding => $"{finding.RuleId} {Smallest(finding)}").ToList();
        TestContext.Out.WriteLine($"{version}: planted {planted.Count}, found {planted.Count(defect => found.Contains(defect.ToString()))}, "
            + $"invented {found.Except(planted.Select(defect => defect.ToString())).Count()}");
        Assert.That(found, Is.EquivalentTo(planted.Select(defect => defect.ToString())));
    }

    [Test]
    public async Task RunAsync_Defect_IsReportedWithItsLevelAndARequestToRepeat()
    {
        await using var server = await VerifiedServer.StartAsync("v8");

        var result = await server.VerifyAsync(explore: Requests, through: PlantedDefect.Handler([Defects[4], Defects[5]]));

        var found = Explored(result).Select(finding => (finding.Level, Regex.Replace(finding.Message, "/JobSessions/[-0-9a-f]+/", "/JobSessions/ID/")));
        Assert.That(found, Is.EquivalentTo(new[]
        {
            (FindingLevel.Error,
                "Parameter 'limit' (query): '10001' (one more than the maximum of 10000) makes the server fail with 500; "
                + "repeat with GET /v8/JobSessions/ID/LogItems?limit=10001"),
            (FindingLevel.Warn,
                "Parameter 'offset' (query): '-1' (one less than the minimum of 0) is accepted (200), although the contract excludes it; "
                + "repeat with GET /v8/JobSessions/ID/LogItems?offset=-1"),
        }));
    }

    [Test]
    public async Task RunAsync_SameSeed_SendsTheSameRequestsAndAnotherSeedOthers()
    {
        var (first, again, other) = (await RequestsAsync(seed: 5), await RequestsAsync(seed: 5), await RequestsAsync(seed: 6));

        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
        Assert.That(first, Has.All.StartsWith("GET /v8/"));
    }

    [TestCase(1)]
    [TestCase(40)]
    public async Task RunAsync_ManyDefects_SendsNoMoreRequestsThanAllowed(int most)
    {
        await using var server = await VerifiedServer.StartAsync("v8");
        var without = await server.VerifyAsync(through: PlantedDefect.Handler(Defects));

        var with = await server.VerifyAsync(explore: most, through: PlantedDefect.Handler(Defects));

        Assert.That(with.Exchanges - without.Exchanges, Is.EqualTo(most));
    }

    [Test]
    public async Task RunAsync_BrokenAnswer_IsShrunkLikeAnyOther()
    {
        await using var server = await VerifiedServer.StartAsync("v8");
        using var handler = new BreakingHandler();

        var result = await server.VerifyAsync(explore: Requests, through: handler);

        Assert.That(
            Explored(result).Select(finding => $"{finding.RuleId} {Smallest(finding)}"),
            Is.EqualTo(["broken-answer /JobSessions?jobId=malformed"]));
    }

    [Test]
    public async Task RunAsync_ServerThatHangs_IsReportedAndGivenUp()
    {
        await using var server = await VerifiedServer.StartAsync("v8");
        using var handler = new HangingHandler();

        var result = await server.VerifyAsync(explore: Requests, through: handler);

        Assert.That(Explored(result).Select(finding => finding.RuleId), Is.Not.Empty.And.All.EqualTo("broken-answer"));
        Assert.That(handler.Hung, Is.EqualTo(3));
        Assert.That(result.Notes, Has.One.Contains("ended early"));
    }

    private static async Task<List<string>> RequestsAsync(int seed)
    {
        await using var server = await VerifiedServer.StartAsync("v8");
        await server.VerifyAsync(explore: 300, seed: seed);
        return [.. server.Server.Requests.TakeLast(300).Select(request => $"{request.Method} {request.Path}{request.Query}")];
    }

    private static bool IsRefusal(string body) => body.Contains("There is no", StringComparison.Ordinal);

    private static IEnumerable<Finding> Explored(VerificationResult result) =>
        result.Findings.Where(finding => finding.Message.Contains("; repeat with GET ", StringComparison.Ordinal));

    private static string Smallest(Finding finding) => Regex.Replace(
        finding.Message.Split("; repeat with GET ")[1], "^/v[0-9]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", match => match.Value[0] == '/' ? "" : "ID");

    /// <summary>A server that never answers a limit that is not a number; the time that a client waits is over at once.</summary>
    private sealed class HangingHandler() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        public int Hung { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Query.Contains("limit=many", StringComparison.Ordinal))
            {
                Hung++;
                throw new TaskCanceledException("The request was canceled.", new TimeoutException());
            }

            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A server that drops the connection of some requests.</summary>
    private sealed class BreakingHandler() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Regex.IsMatch(request.RequestUri!.Query, "jobId=[^&]*[g-z]")
                ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.")
                : base.SendAsync(request, cancellationToken);
    }
}
