using System.Net.Http.Json;
using LogItems.Contracts.Conformance;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

/// <summary>The contract, not the server, says what is right: every answer is judged by the view of its version.</summary>
public sealed class ConformanceTests
{
    private static readonly string[] Statuses =
        ["Stopped", "Running", "Success", "Failed", "Warning", "NotConfigured", "Disconnected", "Queued"];

    // As bare as a session can be: whatever may be missing is.
    private static readonly FakeSession Bare = TestData.Session(
        [TestData.Item(1, "Running") with { EndTime = null, Links = FakeLogItemLinks.None }, TestData.Item(2, "Stop")]);

    private static FakeSession[] WithStatusesOf(ApiVersion version) =>
    [
        .. Statuses.Take(version < ApiVersion.V5 ? 5 : Statuses.Length).Select((status, index) => new FakeSession
        {
            CreationTime = TestData.Midnight,
            Status = status,
            JobWillBeRetried = index % 2 == 0 ? null : true,
            JobType = index % 2 == 0 ? "Backup" : "Copy",
        }),
    ];

    private static readonly FakeSession Retrieval = TestData.Session(items: 40, FakeSessionKind.DataRetrieval);

    [Test]
    public async Task GoodRequests_EveryEndpoint_FindNothing(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version, [Values] bool prepared, [Values] bool array)
    {
        var synthetic = SyntheticSessions.Create(sessions: 5, items: 60, seed: 9);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions
        {
            Sessions = [.. SeedSessions.Create(), .. synthetic, Bare, Retrieval, .. WithStatusesOf(version)],
            PrepareResponses = prepared,
            V3OneItemAsArray = array,
        });
        using var judge = new ConformanceHandler(Contract.Views);
        using var http = new TestHttp(server, version, through: judge);
        await SignInAsync(http);

        foreach (var path in GoodPaths(version, synthetic))
        {
            using var answer = await http.GetAsync(path);
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), path);
        }

        if (version >= ApiVersion.V7)
        {
            (await http.PostAsync("token/logout")).Dispose();
        }

        Assert.That(judge.Findings, Is.Empty);
        Assert.That(server.Requests, Has.Count.GreaterThan(15));
    }

    [Test]
    public async Task BadRequests_EveryEndpoint_FindNothingButTheQueriesThatProvokedThem(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await TestData.ServeAsync(Bare, Retrieval);
        using var judge = new ConformanceHandler(Contract.Views);
        using var http = new TestHttp(server, version, through: judge);
        await ProvokeTokenErrorsAsync(http);
        await SignInAsync(http);

        foreach (var (path, status) in BadPaths(version))
        {
            using var answer = await http.GetAsync(path);
            Assert.That((int)answer.StatusCode, Is.EqualTo(status), path);
        }

        http.Token = "wrong";
        foreach (var path in GoodPaths(version, []))
        {
            Assert.That((int)(await http.GetAsync(path)).StatusCode, Is.EqualTo(401), path);
        }

        // The validator judges the query too, whatever was answered; these are the ones that were ill-valued on purpose.
        string[] ofQueries = [ExchangeRules.InvalidParameter, ExchangeRules.UndocumentedParameter];
        var others = judge.Findings.Where(finding => !ofQueries.Contains(finding.RuleId));
        Assert.That(others, Is.Empty);
        Assert.That(judge.Findings.Select(finding => finding.Location.File), Is.All.EndsWith("(400)"));
    }

    [Test]
    public async Task Fault500_EveryEndpoint_FindsNothing(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions
        {
            Sessions = [Bare, Retrieval],
            Faults = [FakeFault.Parse("500:1")],
            FaultsAtToken = false,
        });
        using var judge = new ConformanceHandler(Contract.Views);
        using var http = new TestHttp(server, version, through: judge);
        await SignInAsync(http);

        foreach (var path in GoodPaths(version, []))
        {
            Assert.That((int)(await http.GetAsync(path)).StatusCode, Is.EqualTo(500), path);
        }

        Assert.That(judge.Findings, Is.Empty);
    }

    private static async Task SignInAsync(TestHttp http)
    {
        using var signIn = await http.PostTokenAsync(http.PasswordForm());
        var pair = await TestHttp.ReadAsync(signIn);
        using var renewal = await http.PostTokenAsync(new Dictionary<string, string>(http.PasswordForm())
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = pair.GetProperty("refresh_token").GetString()!,
        });
        http.Token = (await TestHttp.ReadAsync(renewal)).GetProperty("access_token").GetString();
    }

    private static async Task ProvokeTokenErrorsAsync(TestHttp http)
    {
        HttpContent[] forms =
        [
            new FormUrlEncodedContent(http.PasswordForm(password: "wrong")),
            new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
            new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", "wrong")]),
            new FormUrlEncodedContent([]),
            JsonContent.Create(http.PasswordForm()),
        ];
        foreach (var form in forms)
        {
            using var answer = await http.PostAsync("token", form);
            Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        }

        if (http.Version >= ApiVersion.V7)
        {
            Assert.That((int)(await http.PostAsync("token/logout")).StatusCode, Is.EqualTo(401));
        }
    }

    private static IEnumerable<string> GoodPaths(ApiVersion version, IEnumerable<FakeSession> more)
    {
        string[] lists = ["", "?limit=1", "?offset=1&limit=1", "?offset=39", "?limit=10000", "?offset=2147483647"];
        var queries = version >= ApiVersion.V3 ? lists : [""];
        FakeSession[] jobs = [Bare, .. more];
        return
        [
            .. (version >= ApiVersion.V5 ? lists : [""]).Select(query => $"JobSessions{query}"),
            .. SessionFilters(version).Select(query => $"JobSessions?{query}"),
            .. jobs.Select(session => $"JobSessions/{session.Id}"),
            .. (version >= ApiVersion.V8 ? [.. lists, $"?repositoryId={Guid.Empty}", $"?organizationId={Guid.Empty}"] : new[] { "" })
                .Select(query => $"Jobs{query}"),
            .. jobs.Select(session => $"Jobs/{session.JobId}"),
            .. version > ApiVersion.V6 ? [] : (version >= ApiVersion.V5 ? lists : [""]).Select(query => $"Jobs/{Bare.JobId}/JobSessions{query}"),
            .. version < ApiVersion.V7 ? [] : lists.Select(query => $"JobSessions/{Bare.Id}/ProcessedObjects{query}"),
            .. from session in jobs from query in queries select $"{session.ItemsPath()}{query}",
            .. from session in jobs from item in session.Items.TakeLast(5) select $"{session.ItemsPath()}/{item.Id}",
            .. version < ApiVersion.V8 ? [] : ItemFilters.Select(query => $"{Bare.ItemsPath()}?{query}"),
            .. version < ApiVersion.V6 ? [] : RetrievalPaths(version, queries),
        ];
    }

    private static string[] ItemFilters =>
    [
        "type=Running", "type=Warning", "type=Error", "type=Success", "type=Stop", "orderAsc=false",
        "type=Stop&orderAsc=true&limit=1",
    ];

    private static IEnumerable<string> SessionFilters(ApiVersion version) =>
    [
        .. version < ApiVersion.V6 ? [] : new[] { "jobType=Copy", "endTimeLowerBound=2024-05-01T00:00:00Z&limit=1" },
        .. version < ApiVersion.V7 ? [] : new[] { $"jobId={Guid.Empty}", "endTimeUpperBound=2024-05-01T00:00:00%2B02:00" },
        .. version < ApiVersion.V8 ? [] : new[] { "status=Succeeded", "status=Running&limit=1", "status=Stopped" },
    ];

    private static IEnumerable<string> RetrievalPaths(ApiVersion version, string[] queries) =>
    [
        .. queries.Select(query => $"{Retrieval.ItemsPath()}{query}"),
        $"{Retrieval.ItemsPath()}/{Retrieval.Items[7].Id}",
        .. version < ApiVersion.V8 ? [] : new[] { $"{Retrieval.ItemsPath()}?orderAsc=false" },
        "ServiceInstance",
        .. queries.Select(query => $"DataRetrievalSessions{query}"),
        $"DataRetrievalSessions?dataRetrievalId={Retrieval.JobId}",
        $"DataRetrievalSessions/{Retrieval.Id}",
    ];

    private static IEnumerable<(string Path, int Status)> BadPaths(ApiVersion version)
    {
        var (nobody, item) = (Guid.NewGuid(), Bare.Items[0].Id);
        string[] lists =
        [
            .. version < ApiVersion.V5 ? [] : new[] { "JobSessions" }, Bare.ItemsPath(), .. version < ApiVersion.V6 ? [] : new[] { Retrieval.ItemsPath() },
        ];
        string[] queries = version < ApiVersion.V3 ? [] : ["limit=0", "limit=10001", "limit=x", "offset=-1", "offset=x"];
        string[] filters = version < ApiVersion.V8
            ? []
            : ["JobSessions?status=Success", $"{Bare.ItemsPath()}?type=Failed", $"{Bare.ItemsPath()}?orderAsc=maybe"];
        return
        [
            .. from list in lists from query in queries select ($"{list}?{query}", 400),
            .. filters.Select(path => (path, 400)),
            ("JobSessions/malformed", 400),
            ("JobSessions/malformed/LogItems", 400),
            ($"{Bare.ItemsPath()}/malformed", 400),
            ($"JobSessions/{nobody}", 404),
            ("Jobs/malformed", 400),
            ($"Jobs/{nobody}", 404),
            ($"JobSessions/{nobody}/LogItems", 404),
            ($"{Bare.ItemsPath()}/{nobody}", 404),
            ($"JobSessions/{nobody}/LogItems/{item}", 404),
            .. version < ApiVersion.V6 ? [] : new[]
            {
                ("DataRetrievalSessions/malformed/LogItems", 400),
                ($"DataRetrievalSessions/{Bare.Id}/LogItems", 404),
                ($"{Retrieval.ItemsPath()}/{nobody}", 404),
            },
        ];
    }
}
