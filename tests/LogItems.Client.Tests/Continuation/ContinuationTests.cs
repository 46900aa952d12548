using LogItems.FakeServer;

namespace LogItems.Client.Tests.Continuation;

/// <summary>A list can be continued behind an item: in another process, in every version, though the list has changed.</summary>
public class ContinuationTests
{
    private const int Count = 20;

    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));
    private static readonly string[] Types = ["Success", "Warning", "Error"];
    private static readonly LogItemFilter All = new();
    private static readonly LogItemFilter Filtered = new() { Levels = [LogItemLevel.Warning, LogItemLevel.Error] };

    private static readonly FakeLogItem[] Items = [.. Enumerable.Range(0, Count).Select(Item)];

    [Test]
    public async Task GetLogItemsAsync_FromTheTokenOfAnyItem_DeliversTheRest(
        [ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version, [Values] bool isFiltered)
    {
        var filter = isFiltered ? Filtered : All;
        await using var server = await ServeAsync(Items);
        using var client = Client(server, version);
        var items = await client.GetLogItemsAsync(SessionId, filter).ToListAsync();
        using var later = Client(server, version);
        for (var last = 0; last < items.Count; last++)
        {
            var rest = await later.GetLogItemsAsync(SessionId, filter with { ContinuationToken = items[last].ContinuationToken }).ToListAsync();
            Assert.That(rest.Select(item => item.Id), Is.EqualTo(items.Skip(last + 1).Select(item => item.Id)));
            Assert.That(rest.Select(item => item.ContinuationToken), Is.EqualTo(items.Skip(last + 1).Select(item => item.ContinuationToken)));
        }
    }

    [TestCase(0, 0, TestName = "the list is as it was")]
    [TestCase(3, 0, TestName = "items came in before")]
    [TestCase(0, 2, TestName = "items before have gone")]
    public async Task GetLogItemsAsync_ListHasChanged_DeliversWhatFollowsTheItem(int added, int removed)
    {
        FakeLogItem[] changed = [.. Enumerable.Range(Count, added).Select(Item), .. Items[removed..]];
        foreach (var version in ApiVersions.All)
        {
            var token = await TokenAfterAsync(version, 5);
            await using var server = await ServeAsync(changed);
            using var client = Client(server, version);
            var rest = await client.GetLogItemsAsync(SessionId, new LogItemFilter { ContinuationToken = token, Take = 4 }).ToListAsync();
            Assert.That(rest.Select(item => item.Id), Is.EqualTo(Items.Skip(6).Take(4).Select(item => item.Id)), $"{version}");
        }
    }

    [Test]
    public async Task GetLogItemsAsync_ItemIsGone_ContinuesAtItsPositionAndReportsIt()
    {
        var token = await TokenAfterAsync(ApiVersion.V8, 5);
        await using var server = await ServeAsync([.. Items.Where((_, number) => number != 5)]);
        var changes = new List<ConcurrentChange>();
        using var client = Client(server, ApiVersion.V8, changes.Add);
        var rest = await client.GetLogItemsAsync(SessionId, new LogItemFilter { ContinuationToken = token }).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rest.Select(item => item.Id), Is.EqualTo(Items.Skip(7).Select(item => item.Id)));
            Assert.That(changes, Is.EqualTo(new[] { new ConcurrentChange(6, MayHaveMissedItems: true) }));
        }
    }

    [Test]
    public async Task GetJobSessionsAsync_SessionsWereAdded_DeliversWhatFollowsTheSession(
        [ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        FakeSession[] sessions = [.. Enumerable.Range(0, 8).Select(Session)];
        var filter = new JobSessionFilter { Statuses = [JobSessionStatus.Warning] };
        string? token;
        await using (var server = await FakeLogItemsServer.StartAsync(new() { Sessions = sessions[2..] }))
        {
            using var client = Client(server, version);
            token = (await client.GetJobSessionsAsync(filter).ToListAsync())[1].ContinuationToken;
        }

        await using var grown = await FakeLogItemsServer.StartAsync(new() { Sessions = sessions });
        using var later = Client(grown, version);
        var all = await later.GetJobSessionsAsync(filter).ToListAsync();
        var rest = await later.GetJobSessionsAsync(filter with { ContinuationToken = token }).ToListAsync();
        Assert.That(rest, Is.Not.Empty);
        Assert.That(rest.Select(session => session.Id), Is.EqualTo(all.TakeLast(rest.Count).Select(session => session.Id)));
        Assert.That(rest, Has.Count.EqualTo(sessions[2..].Count(session => session.Status == "Warning") - 2));
    }

    [Test]
    public async Task GetContinuationToken_SecondPageIsForbidden_LeadsToTheRest()
    {
        await using var server = await ServeAsync(Items);
        var read = new List<Guid>();
        using var handler = new RefusingHandler(passing: 1) { InnerHandler = LogItemsClient.CreatePrimaryHandler(server.BaseAddress) };
        using var failing = new LogItemsClient(
            server.BaseAddress, new PasswordCredential("demo", "demo"),
            new() { Version = ApiVersion.V7, PageSize = 6, PagePrefetch = 0, PrimaryHandler = handler });
        var failure = (await Assert.ThrowsAsync<LogItemsApiException>(async () =>
        {
            await foreach (var item in failing.GetLogItemsAsync(SessionId, All))
            {
                read.Add(item.Id);
            }
        }))!;
        Assert.That(read, Is.Not.Empty);
        using var client = Client(server, ApiVersion.V7);
        var rest = await client.GetLogItemsAsync(SessionId, new LogItemFilter { ContinuationToken = failure.GetContinuationToken() }).ToListAsync();
        Assert.That(read.Concat(rest.Select(item => item.Id)), Is.EqualTo(Items.Select(item => item.Id)));
    }

    [Test]
    public async Task GetContinuationToken_FailedWhileTheItemWasSearched_IsNull()
    {
        var token = await TokenAfterAsync(ApiVersion.V7, 5);
        await using var server = await ServeAsync([.. Enumerable.Range(Count, 10).Select(Item), .. Items]);
        using var handler = new RefusingHandler(passing: 2) { InnerHandler = LogItemsClient.CreatePrimaryHandler(server.BaseAddress) };
        using var client = new LogItemsClient(
            server.BaseAddress, new PasswordCredential("demo", "demo"),
            new() { Version = ApiVersion.V7, PageSize = 6, PagePrefetch = 0, PrimaryHandler = handler });
        var failure = await Assert.ThrowsAsync<LogItemsApiException>(
            () => client.GetLogItemsAsync(SessionId, new LogItemFilter { ContinuationToken = token }).ToListAsync());
        Assert.That(failure!.GetContinuationToken(), Is.Null);
    }

    [Test]
    public async Task GetLogItemsAsync_TokenAndTheLargestTake_DeliversTheRest()
    {
        var token = await TokenAfterAsync(ApiVersion.V8, 5);
        await using var server = await ServeAsync(Items);
        using var client = Client(server, ApiVersion.V8);
        var rest = await client.GetLogItemsAsync(SessionId, new LogItemFilter { ContinuationToken = token, Take = int.MaxValue }).ToListAsync();
        Assert.That(rest.Select(item => item.Id), Is.EqualTo(Items.Skip(6).Select(item => item.Id)));
    }

    [Test]
    public void GetContinuationToken_NothingWasDelivered_IsNull() => Assert.That(new HttpRequestException().GetContinuationToken(), Is.Null);

    [TestCase("")]
    [TestCase("7")]
    [TestCase("not a token")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void GetLogItemsAsync_NoToken_IsRejected(string token)
    {
        using var client = StubServer.Client(StubServer.Create());
        Assert.That(
            () => client.GetLogItemsAsync(SessionId, new LogItemFilter { ContinuationToken = token }),
            Throws.ArgumentException.With.Message.Contains("not valid"));
    }

    [Test]
    public async Task GetLogItemsAsync_TokenOfAnotherList_IsRejected()
    {
        var token = await TokenAfterAsync(ApiVersion.V8, 5);
        using var client = StubServer.Client(StubServer.Create());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => client.GetLogItemsAsync(Guid.NewGuid(), new LogItemFilter { ContinuationToken = token }), Refused());
            Assert.That(() => client.GetLogItemsAsync(SessionId, Filtered with { ContinuationToken = token }), Refused());
            Assert.That(() => client.GetLogItemsAsync(SessionId, new LogItemFilter { OrderAsc = true, ContinuationToken = token }), Refused());
            Assert.That(() => client.GetJobSessionsAsync(new JobSessionFilter { ContinuationToken = token }), Refused());
            Assert.That(
                () => client.GetLogItemsAsync(SessionId, new LogItemFilter { StartAt = 1, ContinuationToken = token }),
                Throws.ArgumentException.With.Message.Contains("StartAt"));
        }

        static NUnit.Framework.Constraints.Constraint Refused() => Throws.ArgumentException.With.Message.Contains("another list");
    }

    [Test]
    public async Task ContinuationToken_OfAnItem_IsUrlSafe()
    {
        var token = await TokenAfterAsync(ApiVersion.V8, 5);
        Assert.That(token, Does.Match("^[A-Za-z0-9_-]{34}$"));
    }

    private static readonly Guid SessionId = Guid.Parse("be376069-2865-4156-a9bc-825cef7d687e");

    private static async Task<string?> TokenAfterAsync(ApiVersion version, int number)
    {
        await using var server = await ServeAsync(Items);
        using var client = Client(server, version);
        return (await client.GetLogItemsAsync(SessionId, All).ToListAsync())[number].ContinuationToken;
    }

    private static Task<FakeLogItemsServer> ServeAsync(FakeLogItem[] items) =>
        FakeLogItemsServer.StartAsync(
            new() { Sessions = [new() { Id = SessionId, CreationTime = Start, EndTime = Start.AddHours(1), Status = "Success", Items = items }] });

    private static LogItemsClient Client(FakeLogItemsServer server, ApiVersion version, Action<ConcurrentChange>? onChange = null) => new(
        server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version, PageSize = 6, OnConcurrentChange = onChange });

    private static FakeLogItem Item(int number) => new()
    {
        Id = new Guid(number + 1, 0, 0, new byte[8]),
        Usn = number,
        Type = Types[number % 3],
        Message = $"Step {number}",
        CreationTime = Start.AddSeconds(number),
        EndTime = Start.AddSeconds(number + 1),
    };

    private static FakeSession Session(int number) => new()
    {
        CreationTime = Start.AddHours(-number),
        EndTime = Start.AddHours(-number).AddMinutes(5),
        Status = number % 4 == 3 ? "Success" : "Warning",
        Items = [],
    };

    /// <summary>Lets the first pages pass and refuses the next one.</summary>
    private sealed class RefusingHandler(int passing) : DelegatingHandler
    {
        private int _pages;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath.EndsWith("/LogItems", StringComparison.Ordinal) && ++_pages > passing
                ? new(System.Net.HttpStatusCode.Forbidden) { RequestMessage = request, Content = new StringContent("") }
                : await base.SendAsync(request, cancellationToken);
    }
}
