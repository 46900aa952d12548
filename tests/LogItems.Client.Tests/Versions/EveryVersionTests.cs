using LogItems.Contracts.Conformance;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Versions;

/// <summary>The same calls against every version over real sockets, each exchange judged by that version's view.</summary>
public class EveryVersionTests
{
    private static readonly Guid V3Session = SeedSessions.V3SessionId;
    private static readonly Guid Retrieval = Guid.Parse("5b0f8a52-6f0b-4a43-9a53-0f1f3c3f7b11");

    private readonly ConformanceHandler _judge = new(Views.All) { InnerHandler = new SocketsHttpHandler() };

    [Test]
    public async Task SeedSession_EachVersion_ReadsTheSame([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Client(server, version);
        var items = await client.GetLogItemsAsync(V3Session).ToListAsync();
        var one = await client.GetLogItemAsync(V3Session, items[2].Id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(Face), Is.EqualTo(await SeedAsync()));
            Assert.That(Face(one), Is.EqualTo(Face(items[2])));
            Assert.That(items.SelectMany(item => item.Issues), Is.Empty);
            Assert.That(items.SelectMany(item => item.Links.Values).Select(link => link.Address!.AbsolutePath),
                Is.All.EqualTo($"/{version.ToPathSegment()}/JobSessions/{V3Session}").IgnoreCase);
            Assert.That(items.SelectMany(item => item.Links.Values).Select(link => link.IsOnServer), Is.All.True);
            Assert.That(_judge.Findings, Is.Empty);
        }
    }

    [Test]
    public async Task EverySession_EachVersion_IsReadWithFiltersAndPages([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var sessions = SyntheticSessions.Create(sessions: 5, items: 120, seed: 7);
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = sessions });
        using var client = Client(server, version, pageSize: 50);
        var read = await client.GetJobSessionsAsync().ToListAsync();
        Assert.That(read.Select(session => session.Id), Is.EquivalentTo(sessions.Select(session => session.Id)));
        foreach (var session in sessions)
        {
            var items = await client.GetLogItemsAsync(session.Id).ToListAsync();
            var warnings = await client.GetLogItemsAsync(session.Id, LogItemLevel.Warning).ToListAsync();
            var sameStatus = await client.GetJobSessionsAsync(status: Enum.Parse<JobSessionStatus>(session.Status)).ToListAsync();
            using (Assert.EnterMultipleScope())
            {
                Assert.That(items.Select(item => (item.Id, item.Usn, item.LevelText, item.Text, item.StartedAt, item.EndedAt)),
                    Is.EqualTo(session.Items.Select(item => (item.Id, item.Usn, item.Type, item.Message, (DateTimeOffset?)item.CreationTime, item.EndTime))));
                Assert.That(warnings.Select(item => item.Id), Is.EqualTo(session.Items.Where(item => item.Type == "Warning").Select(item => item.Id)));
                Assert.That(
                    sameStatus.Select(found => found.Id),
                    Is.EquivalentTo(sessions.Where(other => other.Status == session.Status).Select(other => other.Id)));
            }
        }

        Assert.That(_judge.Findings, Is.Empty);
    }

    [Test]
    public async Task DataRetrievalSession_FromV6On_IsRead([Values(ApiVersion.V6, ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        var session = new FakeSession
        {
            Id = Retrieval,
            Kind = FakeSessionKind.DataRetrieval,
            CreationTime = Start,
            Items = [new() { Usn = 1, Message = "Retrieving data", CreationTime = Start }],
        };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = Client(server, version);
        var item = (await client.GetDataRetrievalLogItemsAsync(Retrieval).ToListAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Text, Is.EqualTo("Retrieving data"));
            Assert.That(item.IsRunning, Is.True);
            Assert.That((await client.GetDataRetrievalLogItemAsync(Retrieval, item.Id)).Usn, Is.EqualTo(1));
            Assert.That(_judge.Findings, Is.Empty);
        }
    }

    [Test]
    public async Task UnknownSession_EachVersion_IsNotFound([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Client(server, version);
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsAsync(Retrieval).ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.NotFound));
            Assert.That(exception.Message, Does.Contain(Retrieval.ToString()));
            Assert.That(exception.ErrorCode, Is.EqualTo(version == ApiVersion.V8 ? "ResourceNotFound" : null));
            Assert.That(_judge.Findings, Is.Empty);
        }
    }

    [Test]
    public async Task Logout_FromV7On_EndsTheToken([Values(ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Client(server, version);
        await client.GetJobSessionsAsync().ToListAsync();
        await client.LogoutAsync();
        await client.GetJobSessionsAsync().ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                server.Requests.Count(request => request.Path.EndsWith("/token", StringComparison.Ordinal)),
                Is.GreaterThan(1),
                "a new token was needed");
            Assert.That(_judge.Findings, Is.Empty);
        }
    }

    [Test]
    public async Task V3OneItemAsArray_IsReadAsOneItem()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { V3OneItemAsArray = true });
        using var client = Client(server, ApiVersion.V3);
        var id = Guid.Parse("45342637-79ab-4247-900e-c33c1cfb1274");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await client.GetLogItemAsync(V3Session, id)).Text, Is.EqualTo("3 mailboxes found"));
            Assert.That(_judge.Findings, Is.Empty);
        }
    }

    [Test]
    public async Task Detect_ServerOfV5AndV6_ChoosesV6AndReads()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Versions = [ApiVersion.V5, ApiVersion.V6] });
        using var client = Client(server, version: null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.GetVersionAsync(), Is.EqualTo(ApiVersion.V6));
            Assert.That(await client.GetLogItemsAsync(V3Session).ToListAsync(), Has.Count.EqualTo(5));
        }
    }

    private static DateTimeOffset Start => new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    private static (Guid, long, LogItemLevel, string, DateTimeOffset?, DateTimeOffset?, string) Face(LogItem item) =>
        (item.Id, item.Usn, item.Level, item.Text, item.StartedAt, item.EndedAt,
            string.Join(' ', item.Links.Select(link => $"{link.Key}={link.Value.Path}").Order()));

    private static async Task<IEnumerable<object>> SeedAsync()
    {
        using var client = StubServer.Answering(Repository.Example("v3-log-item.json"), ApiVersion.V3);
        return (await client.GetLogItemsAsync(V3Session).ToListAsync()).Select(item => (object)Face(item)).ToList();
    }

    private LogItemsClient Client(FakeLogItemsServer server, ApiVersion? version, int pageSize = 1_000) =>
        new(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version, PrimaryHandler = _judge, PageSize = pageSize });
}
