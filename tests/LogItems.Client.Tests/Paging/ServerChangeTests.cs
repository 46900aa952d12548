using LogItems.FakeServer;

namespace LogItems.Client.Tests.Paging;

/// <summary>Servers and sessions that change while lists are read over real sockets, and clients that read at the same time.</summary>
public class ServerChangeTests
{
    private const int PageSize = 10;

    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task GetLogItemsAsync_ServerUpgradedMeanwhile_EndsWithNotFoundAfterACorrectBeginning([Values] bool isDetected)
    {
        var session = SyntheticSessions.Create(1, 60, 1)[0];
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Versions = [ApiVersion.V6, ApiVersion.V7] });
        using var client = new LogItemsClient(
            server.BaseAddress, new PasswordCredential("demo", "demo"),
            new() { Version = isDetected ? null : ApiVersion.V7, PageSize = PageSize, PagePrefetch = 0, MaxRetries = 0 });
        await using var reading = client.GetLogItemsAsync(session.Id).GetAsyncEnumerator();
        var read = new List<Guid>();
        for (var item = 0; item < PageSize && await reading.MoveNextAsync(); item++)
        {
            read.Add(reading.Current.Id);
        }

        await server.DisposeAsync();
        await using var upgraded = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Versions = [ApiVersion.V8], Url = server.BaseAddress });
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(async () =>
        {
            while (await reading.MoveNextAsync())
            {
                read.Add(reading.Current.Id);
            }
        });
        Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.NotFound));
        Assert.That(read, Is.EqualTo(session.Items.Take(read.Count).Select(item => item.Id)));

        // To follow detects the version anew, and the client goes on with that.
        if (isDetected)
        {
            session.Finish("Success", Start);
            Assert.That(
                await client.FollowLogItemsAsync(session.Id, new() { MinInterval = TimeSpan.FromMilliseconds(1) }).ToListAsync(),
                Has.Count.EqualTo(60));
            Assert.That(await client.GetLogItemsAsync(session.Id).ToListAsync(), Has.Count.EqualTo(60));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_LevelFilterWhileTheSessionGrows_IsTheSameByServerAndByClient()
    {
        var byServer = await ReadWarningsAsync(ApiVersion.V8);
        var byClient = await ReadWarningsAsync(ApiVersion.V7);
        Assert.That(byServer, Is.EqualTo(byClient).And.EqualTo(Enumerable.Range(1, 90).Where(usn => usn % 3 == 0)));
    }

    [Test]
    public async Task GetLogItemsAsync_ManyClientsAtOnce_EachReadsAll()
    {
        var session = SyntheticSessions.Create(1, 300, 1)[0];
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        var expected = session.Items.Select(item => item.Id).ToList();
        var read = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            using var client = new LogItemsClient(
                server.BaseAddress, new PasswordCredential("demo", "demo"),
                new() { Version = ApiVersions.All[number % ApiVersions.All.Count], PageSize = 7 + number });
            return (await client.GetLogItemsAsync(session.Id).ToListAsync()).ConvertAll(item => item.Id);
        })));
        Assert.That(read, Has.All.EqualTo(expected));
    }

    /// <summary>Reads the warnings of a session that has 60 items and grows by 30 while the first page is read.</summary>
    private static async Task<List<long>> ReadWarningsAsync(ApiVersion version)
    {
        var session = new FakeSession { Status = "Running", CreationTime = Start };
        Enumerable.Range(1, 60).ToList().ForEach(usn => session.AddItem(Item(usn)));
        var hasGrown = 0;
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Sessions = [session],
            BeforeItem = (_, _) =>
            {
                if (Interlocked.Exchange(ref hasGrown, 1) == 0)
                {
                    Enumerable.Range(61, 30).ToList().ForEach(usn => session.AddItem(Item(usn)));
                }

                return default;
            },
        });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version, PageSize = 5 });
        return (await client.GetLogItemsAsync(session.Id, LogItemLevel.Warning).ToListAsync()).ConvertAll(item => item.Usn);
    }

    private static FakeLogItem Item(int usn) => new()
    {
        Usn = usn, Type = usn % 3 == 0 ? "Warning" : "Success", Message = $"Item {usn}", CreationTime = Start.AddSeconds(usn),
        EndTime = Start.AddSeconds(usn + 1),
    };
}
