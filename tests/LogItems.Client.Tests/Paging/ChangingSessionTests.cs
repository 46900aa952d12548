using System.Globalization;
using System.Web;
using Newtonsoft.Json;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Paging;

/// <summary>A session that grows and shrinks between two pages, in hundreds of ways, each the same for its seed.</summary>
public class ChangingSessionTests
{
    private const int PageSize = 7;

    [Test]
    public async Task GetLogItemsAsync_SessionThatChanges_NothingTwiceAndNoSilentGap(
        [Values(ApiVersion.V6, ApiVersion.V8)] ApiVersion version, [Values("append", "insert", "remove", "all")] string kind, [Values(0, 2)] int prefetch)
    {
        var shifted = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var session = new ChangingSession(seed, kind);
            using var client = session.Client(version, prefetch);
            var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
            var ids = read.ConvertAll(item => item.Usn);
            Assert.That(ids, Is.Unique, $"seed {seed}");
            if (!session.Shifts.Exists(change => change.MayHaveMissedItems))
            {
                Assert.That(session.ThereAllTheTime.Except(ids), Is.Empty, $"seed {seed}: items were left out and nothing was reported");
            }

            shifted += session.Shifts.Count > 0 ? 1 : 0;
        }

        Assert.That(
            shifted,
            kind == "append" ? Is.Zero : Is.GreaterThan(20),
            "what is appended moves nothing; the other changes have to be such that they can be noticed");
    }

    [Test]
    public async Task GetLogItemsAsync_ItemsRemovedBefore_GoesBackForThoseThatMoved()
    {
        var session = new ChangingSession(seed: 1, kind: "none");
        session.Before[2] = items => items.RemoveRange(0, 3);
        using var client = session.Client(ApiVersion.V6);
        var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Select(item => item.Usn).Order(), Is.EqualTo(Enumerable.Range(0, ChangingSession.InitialCount)));
            Assert.That(session.Shifts, Is.EqualTo(new[] { new ConcurrentChange(7, MayHaveMissedItems: false) }));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_MoreItemsRemovedThanAPageHas_GoesBackToWhereItHasBeen()
    {
        var session = new ChangingSession(seed: 1, kind: "none");
        session.Before[3] = items => items.RemoveRange(0, 20);
        using var client = session.Client(ApiVersion.V6);
        var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(0, 14).Concat(Enumerable.Range(20, 20))));
            Assert.That(session.Shifts, Has.All.Matches<ConcurrentChange>(change => change is { MayHaveMissedItems: false }));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_AsManyItemsInsertedAsAPageHas_ReadsOnAndAgainForThem()
    {
        var session = new ChangingSession(seed: 1, kind: "none");
        session.Before[3] = items => items.InsertRange(0, Enumerable.Range(1001, PageSize));
        using var client = session.Client(ApiVersion.V6);
        var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        Assert.That(read.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(0, ChangingSession.InitialCount).Concat(Enumerable.Range(1001, PageSize))));
        Assert.That(session.Shifts, Is.EqualTo(new[] { new ConcurrentChange(14, MayHaveMissedItems: false) }));
    }

    [Test]
    public async Task GetLogItemsAsync_PageThatShowsARemovalBreaksOff_GoesBackForThoseThatMoved()
    {
        var session = new ChangingSession(seed: 1, kind: "none") { Cut = 3 };
        session.Before[3] = items => items.RemoveRange(0, 3);
        using var client = session.Client(ApiVersion.V6);
        var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        Assert.That(read.Select(item => item.Usn).Order(), Is.EqualTo(Enumerable.Range(0, ChangingSession.InitialCount)));
    }

    [Test]
    public async Task GetLogItemsAsync_MostItemsRemovedBefore_GoesBackPastEmptyPages([Values(0, 2)] int prefetch)
    {
        var session = new ChangingSession(seed: 1, kind: "none");
        session.Before[5] = items => items.RemoveRange(0, 30);
        using var client = session.Client(ApiVersion.V6, prefetch);
        var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        Assert.That(read.Select(item => item.Usn), Is.SupersetOf(Enumerable.Range(30, 10)).And.Unique);
    }

    [Test]
    public async Task GetLogItemsAsync_ItemsInsertedBefore_ReadsAgainForThem()
    {
        var session = new ChangingSession(seed: 1, kind: "none");
        session.Before[3] = items => items.InsertRange(0, [1001, 1002]);
        using var client = session.Client(ApiVersion.V6);
        var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        Assert.That(read.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(0, ChangingSession.InitialCount).Concat([1001, 1002])));
    }

    [Test]
    public async Task GetLogItemsAsync_PageGotAheadIsOlderThanTheOneBefore_IsGotAfreshAndNothingIsReported()
    {
        var session = new ChangingSession(seed: 1, kind: "none");
        session.AnswerLast = 6;
        session.WhenLast = items => items.AddRange(Enumerable.Range(ChangingSession.InitialCount, 9));
        session.Shrink(to: 13);
        using var client = session.Client(ApiVersion.V8, prefetch: 2);
        var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(0, 13).Concat(Enumerable.Range(ChangingSession.InitialCount, 9))));
            Assert.That(session.Shifts, Is.Empty);
            Assert.That(session.Offsets.Count(offset => offset == 13), Is.EqualTo(2));
        }
    }

    private sealed class ChangingSession
    {
        public const int InitialCount = 40;

        private readonly Random _random;
        private readonly List<int> _items = [.. Enumerable.Range(0, InitialCount)];
        private readonly string _kind;
        private readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _requests;

        public ChangingSession(int seed, string kind)
        {
            _random = new Random(seed);
            _kind = kind;
            ThereAllTheTime = [.. _items.Select(usn => (long)usn)];
        }

        public HashSet<long> ThereAllTheTime { get; }

        public List<ConcurrentChange> Shifts { get; } = [];

        public Dictionary<int, Action<List<int>>> Before { get; } = [];

        public List<int> Offsets { get; } = [];

        /// <summary>The request whose answer breaks off in the middle.</summary>
        public int? Cut { get; init; }

        /// <summary>The offset whose page is answered only when the one after it has been.</summary>
        public int? AnswerLast { get; set; }

        /// <summary>What happens between the two answers.</summary>
        public Action<List<int>>? WhenLast { get; set; }

        public LogItemsClient Client(ApiVersion version, int prefetch = 0)
        {
            var stub = StubServer.Create();
            stub.When("*").Respond(AnswerInTurnAsync);
            var httpClient = stub.ToHttpClient();
            httpClient.BaseAddress = new Uri(StubServer.Address);
            return new LogItemsClient(httpClient, new() { Version = version, PageSize = PageSize, PagePrefetch = prefetch, OnConcurrentChange = Shifts.Add });
        }

        public void Shrink(int to) => _items.RemoveRange(to, _items.Count - to);

        /// <summary>Pages got ahead are asked for at the same time; each is answered from one state of the session, as by the service.</summary>
        private HttpResponseMessage Answer(HttpRequestMessage request)
        {
            lock (_items)
            {
                return AnswerFromOneState(request);
            }
        }

        private async Task<HttpResponseMessage> AnswerInTurnAsync(HttpRequestMessage request)
        {
            var offset = OffsetOf(request);
            if (offset == AnswerLast)
            {
                await _next.Task;
                WhenLast!(_items);
                return Answer(request);
            }

            var answer = Answer(request);
            if (offset > AnswerLast)
            {
                _next.TrySetResult();
            }

            return answer;
        }

        private static int OffsetOf(HttpRequestMessage request) =>
            int.Parse(HttpUtility.ParseQueryString(request.RequestUri!.Query)["offset"]!, CultureInfo.InvariantCulture);

        private HttpResponseMessage AnswerFromOneState(HttpRequestMessage request)
        {
            _requests++;
            Before.GetValueOrDefault(_requests)?.Invoke(_items);
            if (_requests > 1 && _requests < 30)
            {
                Change();
            }

            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            var offset = OffsetOf(request);
            Offsets.Add(offset);
            var limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
            var page = _items.Skip(offset).Take(limit)
                .Select(usn => new { id = new Guid(usn + 1, 0, 0, new byte[8]), usn, creationTime = "2026-11-20T22:00:00Z", title = "[Success] Fine" })
                .ToList();
            object links = offset + page.Count < _items.Count ? new { next = new { href = "/x" } } : new { self = new { href = "/x" } };
            var json = JsonConvert.SerializeObject(new { offset, limit, results = page, _links = links });
            return new HttpResponseMessage { Content = new StringContent(_requests == Cut ? json[..(json.Length / 2)] : json) };
        }

        private void Change()
        {
            for (var changes = _random.Next(3); changes > 0; changes--)
            {
                switch (_kind == "all" ? _random.Next(3) switch { 0 => "append", 1 => "insert", _ => "remove" } : _kind)
                {
                    case "append":
                        _items.Add(_items.Count + 2_000 + _random.Next(1_000_000));
                        break;
                    case "insert":
                        _items.Insert(_random.Next(_items.Count), 2_000_000 + _random.Next(100_000_000));
                        break;
                    case "remove" when _items.Count > 3:
                        var index = _random.Next(_items.Count);
                        ThereAllTheTime.Remove(_items[index]);
                        _items.RemoveAt(index);
                        break;
                }
            }
        }
    }
}
