using LogItems.Contracts.Findings;
using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Verification;
using Microsoft.AspNetCore.Http;

namespace LogItems.Contracts.Tests.Verification;

/// <summary>Parameters in headers and cookies, objects and patterns, against a server with defects and without.</summary>
public class ParameterExplorationTests
{
    private const int Requests = 1500;

    private static readonly (string Kind, string Rule, string Smallest, Func<HttpRequest, int?> Defect)[] Defects =
    [
        ("header", "server-error", "GET /items (X-Level: 10)", On(request => request.Headers["X-Level"] == "10", 500)),
        ("header", "bad-request-accepted", "GET /items", On(request => request.Method == "GET" && request.Headers["X-Level"].Count == 0, 200)),
        ("header", "bad-request-accepted", "GET /items (X-Level: 1, X-Kind: unknown)", On(request => request.Headers["X-Kind"] == "unknown", 200)),
        ("header object", "unexpected-status", "GET /items (X-Level: 1, X-Range: from=0,to=99)",
            On(request => request.Headers["X-Range"].ToString().EndsWith(",to=99", StringComparison.Ordinal), 400)),
        ("cookie", "server-error", "GET /items (X-Level: 1, Cookie: depth=6)", On(request => request.Cookies["depth"] == "6", 503)),
        ("cookie", "unexpected-status", "GET /items (X-Level: 1, Cookie: mode=safe)", On(request => request.Cookies["mode"] == "safe", 400)),
        ("pattern", "unexpected-status", "GET /items?code=AAAA-000 (X-Level: 1)",
            On(request => request.Method == "GET" && request.Query["code"].ToString().Length == 8, 400)),
        ("pattern", "bad-request-accepted", "GET /items?code=A-000 (X-Level: 1)",
            On(request => request.Method == "GET" && request.Query["code"] == "A-000", 200)),
        ("pattern", "unexpected-status", "HEAD /items?code=none", On(request => request.Method == "HEAD" && request.Query["code"] == "none", 400)),
        ("deepObject", "server-error", "GET /items?filter%5Bsize%5D=11 (X-Level: 1)", On(request => request.Query["filter[size]"] == "11", 500)),
        ("deepObject", "bad-request-accepted", "GET /items?filter%5Bcolor%5D=red (X-Level: 1)",
            On(request => request.Query.ContainsKey("filter[color]") && !request.Query.ContainsKey("filter[size]"), 200)),
        ("form, exploded", "bad-request-accepted", "GET /items?since=-1 (X-Level: 1)", On(request => request.Query["since"] == "-1", 200)),
        ("form", "server-error", "GET /items?point=x,0,y,8 (X-Level: 1)", On(request => request.Query["point"] == "x,0,y,8", 500)),
    ];

    [Test]
    public async Task RunAsync_SoundServer_FindsNothing([Values(1, 2, 3)] int seed)
    {
        var result = await VerifyAsync(null, seed);

        Assert.That(result.Findings, Is.Empty);
        Assert.That(result.Notes, Has.One.Match($"^Explored with {Requests} requests from seed {seed}: [1-9]\\d* valid, [1-9]\\d* invalid"));
    }

    [TestCaseSource(nameof(Names))]
    public async Task RunAsync_OneDefect_IsFoundByItsSmallestRequest(int index)
    {
        var (_, rule, smallest, defect) = Defects[index];

        var result = await VerifyAsync(defect);

        Assert.That(result.Findings.Select(Found), Is.EqualTo([$"{rule} {smallest}"]));
    }

    [Test]
    public async Task RunAsync_AllDefects_AreFoundAndNoOthers()
    {
        var result = await VerifyAsync(request => Defects.Select(defect => defect.Defect(request)).FirstOrDefault(status => status is not null));

        var found = result.Findings.Select(Found).ToList();
        TestContext.Out.WriteLine($"planted {Defects.Length}, found {Defects.Count(defect => found.Contains($"{defect.Rule} {defect.Smallest}"))}");
        Assert.That(found, Is.EquivalentTo(Defects.Select(defect => $"{defect.Rule} {defect.Smallest}")));
    }

    [Test]
    public async Task RunAsync_SameSeed_SendsTheSameRequests()
    {
        var (first, again, other) = (await SentAsync(5), await SentAsync(5), await SentAsync(6));

        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task RunAsync_AnyServer_IsSentReadingRequestsOnly()
    {
        var sent = await SentAsync(1);

        Assert.That(sent.Select(line => line.Split(' ')[0]).Distinct(), Is.EquivalentTo(["GET", "HEAD"]));
        Assert.That(sent, Has.None.Contains("Method-Override"), "which some servers take for the method");
    }

    private static IEnumerable<TestCaseData> Names() => Defects.Select((defect, index) =>
        new TestCaseData(index).SetArgDisplayNames(defect.Kind, defect.Rule, defect.Smallest));

    private static async Task<List<string>> SentAsync(int seed)
    {
        var sent = new List<string>();
        await VerifyAsync(request =>
        {
            var headers = request.Headers.Where(header => header.Key is "Cookie" or ['X', '-', ..]).Select(header => $"{header.Key}: {header.Value}");
            sent.Add($"{request.Method} {request.Path}{request.QueryString} {string.Join(", ", headers)}");
            return null;
        }, seed);
        return sent;
    }

    private static async Task<VerificationResult> VerifyAsync(Func<HttpRequest, int?>? defect, int seed = 1)
    {
        await using var server = await ParameterServer.StartAsync(defect);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = server.Address };
        return await ServerVerification.RunAsync(http, ParameterServer.Contract, new VerificationOptions
        {
            RequestsPerSecond = 1e6,
            ExplorationRequests = Requests,
            ExplorationSeed = seed,
            SlowAfter = TimeSpan.FromHours(1),
        });
    }

    private static string Found(Finding finding) => $"{finding.RuleId} {finding.Message.Split("; repeat with ")[^1]}";

    private static Func<HttpRequest, int?> On(Func<HttpRequest, bool> isMet, int status) => request => isMet(request) ? status : null;
}
