using FsCheck.Fluent;
using LogItems.FakeServer;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Paging;

/// <summary>Filters give the same in every version, whether the server or the client applies them.</summary>
public class FilterTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));
    private static readonly string[] Types = ["Success", "Warning", "Error", "Running", "Stop"];
    private static readonly LogItemLevel[] Levels = [LogItemLevel.Success, LogItemLevel.Warning, LogItemLevel.Error, LogItemLevel.Running, LogItemLevel.Stop];
    private static readonly string[] Statuses = ["Success", "Warning", "Failed", "Stopped", "Running"];

    private static readonly Guid[] JobIds = [.. Enumerable.Range(1, 3).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static FakeLogItemsServer _server = null!;
    private static Dictionary<ApiVersion, LogItemsClient> _clients = null!;
    private static FakeSession _session = null!;
    private static FakeSession[] _sessions = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _session = new FakeSession
        {
            CreationTime = Start,
            JobId = JobIds[0],
            EndTime = Start.AddHours(-1),
            Status = "Success",
            Items = [.. Enumerable.Range(0, 60).Select(number => new FakeLogItem
            {
                Usn = number,
                Type = Types[number * 7 % 5],
                Message = $"Step {number}",
                CreationTime = Start.AddSeconds(number),
                EndTime = Start.AddSeconds(number + 1),
            })],
        };
        _sessions =
        [
            _session,
            .. Enumerable.Range(0, 30).Select(number => new FakeSession
            {
                CreationTime = Start.AddHours(-number - 1),
                JobId = JobIds[number % 3],
                Status = Statuses[number * 3 % 5],
                EndTime = Statuses[number * 3 % 5] == "Running" ? null : Start.AddHours(-number),
                Items = [],
            }),
        ];
        _server = await FakeLogItemsServer.StartAsync(new() { Sessions = _sessions });
        _clients = ApiVersions.All.ToDictionary(
            version => version,
            version => new LogItemsClient(_server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version, PageSize = 7 }));
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        await _server.DisposeAsync();
    }

    [Test]
    public async Task GetLogItemsAsync_AnyFilter_GivesTheSameInEveryVersion()
    {
        var filters =
            from levels in Gen.SubListOf(Levels)
            from startAt in Gen.Choose(0, 30)
            from take in Gen.Choose(-10, 20)
            select new LogItemFilter { Levels = [.. levels], StartAt = startAt, Take = take < 0 ? null : take };
        foreach (var filter in filters.Sample(25))
        {
            var expected = _session.Items
                .Where(item => filter.Levels.Count == 0 || filter.Levels.Contains(Levels[Array.IndexOf(Types, item.Type)]))
                .Skip(filter.StartAt).Take(filter.Take ?? int.MaxValue).Select(item => item.Usn).ToArray();
            foreach (var (version, client) in _clients)
            {
                var read = await client.GetLogItemsAsync(_session.Id, filter).ToListAsync();
                Assert.That(read.Select(item => item.Usn), Is.EqualTo(expected), $"{version}: {string.Join(' ', filter.Levels)} {filter}");
            }
        }
    }

    [Test]
    public async Task GetJobSessionsAsync_AnyFilter_GivesTheSameInEveryVersion()
    {
        var filters =
            from statuses in Gen.SubListOf(Enum.GetValues<JobSessionStatus>())
            from since in Gen.Choose(-40, 30)
            from until in Gen.Choose(-40, 30)
            from startAt in Gen.Choose(0, 8)
            from take in Gen.Choose(-10, 12)
            from job in Gen.Choose(0, 5)
            from margin in Gen.Elements(0, 1, 14)
            select new JobSessionFilter
            {
                SinceMargin = TimeSpan.FromDays(margin),
                JobId = job < JobIds.Length ? JobIds[job] : null,
                Statuses = [.. statuses],
                Since = since < 0 ? null : Start.AddHours(-since),
                Until = until < 0 ? null : Start.AddHours(-until),
                StartAt = startAt,
                Take = take < 0 ? null : take,
            };
        var order = (await _clients[ApiVersion.V8].GetJobSessionsAsync(new JobSessionFilter()).ToListAsync()).ConvertAll(session => session.Id);
        Assert.That(order, Is.EquivalentTo(_sessions.Select(session => session.Id)));
        foreach (var filter in filters.Sample(25))
        {
            var expected = order.Select(id => Array.Find(_sessions, session => session.Id == id)!)
                .Where(session => filter.Statuses.Count == 0 || filter.Statuses.Any(status => status.ToString() == session.Status))
                .Where(session => filter.JobId is null || filter.JobId == session.JobId)
                .Where(session => filter.Since is null || (session.EndTime ?? DateTimeOffset.MaxValue) >= filter.Since)
                .Where(session => filter.Until is null || (session.EndTime ?? DateTimeOffset.MaxValue) <= filter.Until)
                .Skip(filter.StartAt).Take(filter.Take ?? int.MaxValue).Select(session => session.Id).ToArray();
            foreach (var (version, client) in _clients)
            {
                var read = await client.GetJobSessionsAsync(filter).ToListAsync();
                Assert.That(read.Select(session => session.Id), Is.EqualTo(expected), $"{version}: {string.Join(' ', filter.Statuses)} {filter}");
            }
        }
    }

    [Test]
    public async Task GetLogItemsAsync_StartAtWithALevel_CountsItemsOfTheLevel([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var session = new FakeSessionBuilder(Start).Success("1").Warning("2").Success("3").Warning("4").Warning("5").Build();
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version });
        var items = await client.GetLogItemsAsync(session.Id, LogItemLevel.Warning, startAt: 1).ToListAsync();
        Assert.That(items.Select(item => item.Text), Is.EqualTo(new[] { "4", "5" }));
    }

    [TestCase(ApiVersion.V8, 1)]
    [TestCase(ApiVersion.V7, 1)]
    [TestCase(ApiVersion.V2, 1)]
    public async Task GetLogItemsAsync_Take_RequestsNoPageThatIsNotNeeded(ApiVersion version, int pages)
    {
        var items = Enumerable.Range(0, 3_000).Select(number => new FakeLogItem { Usn = number, Message = "m", CreationTime = Start, EndTime = Start });
        var session = new FakeSession { CreationTime = Start, Status = "Success", EndTime = Start, Items = [.. items] };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version });
        var read = await client.GetLogItemsAsync(session.Id, new LogItemFilter { Take = 5 }).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(0, 5)));
            Assert.That(server.Requests.Count(request => request.Operation == "ListLogItems"), Is.EqualTo(pages));
        }
    }

    [Test]
    public async Task GetJobsAsync_EveryVersion_GivesEachJobOnce([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var jobs = await _clients[version].GetJobsAsync().ToListAsync();
        Assert.That(jobs.Select(job => job.Id), Is.EquivalentTo(JobIds));
        Assert.That((await _clients[version].GetJobAsync(JobIds[1])).Name, Is.EqualTo(jobs.Single(job => job.Id == JobIds[1]).Name));
    }

    [Test]
    public void GetJobSessionsAsync_TypeOfAJobOnV6_IsRejectedNamingTheVersionsThatCan([Values(ApiVersion.V6)] ApiVersion version) =>
        Assert.That(
            () => _clients[version].GetJobSessionsAsync(new JobSessionFilter { JobId = JobIds[0], JobType = JobType.Copy }).ToListAsync(),
            Throws.TypeOf<ApiFeatureNotSupportedException>().With.Message.Contain("v7 to v8"));

    [Test]
    public async Task GetDataRetrievalSessionsAsync_SinceV6_GivesTheSessionsOfTheRetrieval(
        [Values(ApiVersion.V6, ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        var session = new FakeSession { Kind = FakeSessionKind.DataRetrieval, CreationTime = Start, EndTime = Start, Status = "Success", Items = [] };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version });
        Assert.That((await client.GetDataRetrievalSessionsAsync().ToListAsync()).Select(found => found.Id), Is.EqualTo(new[] { session.Id }));
    }

    [Test]
    public async Task GetProcessedObjectsAsync_SeveralPages_GivesEachObjectOnce([Values(ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        var stub = StubServer.Create();
        foreach (var (offset, names) in new[] { (0, "a b"), (1, "b c"), (2, "c") })
        {
            var next = offset < 2 ? "\"next\":{\"href\":\"/x\"}" : "\"self\":{\"href\":\"/x\"}";
            var results = string.Join(',', names.Split(' ').Select(name => $"{{\"id\":\"{name}\",\"type\":\"User\",\"status\":\"Success\"}}"));
            stub.When($"{StubServer.Address}/{version.ToPathSegment()}/JobSessions/*/ProcessedObjects").WithQueryString("offset", $"{offset}")
                .Respond("application/json", $"{{\"offset\":{offset},\"limit\":2,\"results\":[{results}],\"_links\":{{{next}}}}}");
        }

        using var client = StubServer.Client(stub, version);
        Assert.That((await client.GetProcessedObjectsAsync(StubServer.SessionId).ToListAsync()).Select(found => found.Id), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public async Task GetLogItemsAsync_SeveralLevels_AreReadInOnePass([Values(ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        var read = await _clients[version].GetLogItemsAsync(_session.Id, new LogItemFilter { Levels = [LogItemLevel.Warning, LogItemLevel.Error] })
            .ToListAsync();
        Assert.That(read.Select(item => item.Usn), Is.EqualTo(_session.Items.Where(item => item.Type is "Warning" or "Error").Select(item => item.Usn)));
    }

    [Test]
    public void Filter_NegativeTake_IsRejectedAtOnce() =>
        Assert.That(() => _clients[ApiVersion.V8].GetLogItemsAsync(_session.Id, new LogItemFilter { Take = -1 }), Throws.TypeOf<ArgumentOutOfRangeException>());
}
