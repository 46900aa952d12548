using LogItems.Paging;
using LogItems.Streaming;

namespace LogItems.Client.Tests.Paging.Model;

/// <summary>One reading of a modelled session, and what came of it.</summary>
internal sealed class ModelRun : IPagingObserver
{
    private const int MaxRetries = 10;

    private readonly ModelPlan _plan;
    private readonly ModelSession _session;
    private readonly ModelServer _server;
    private readonly List<int> _delivered = [];
    private readonly List<ConcurrentChange> _changes = [];

    public ModelRun(ModelPlan plan, bool isLogged = false)
    {
        _plan = plan;
        _session = new ModelSession(plan) { Changes = isLogged ? [] : null };
        _server = new ModelServer(plan, _session) { Log = isLogged ? [] : null };
    }

    public Exception? Failure { get; private set; }

    public int Doubled => _delivered.Count - _delivered.Distinct().Count();

    /// <summary>How many items were left out that were there all the time; not counted after a failure, which the caller sees.</summary>
    public int Missing => Failure is null ? _session.Always.Except(_delivered).Count() : 0;

    public bool IsGapReported => _changes.Exists(change => change.MayHaveMissedItems);

    /// <summary>Whether the reading has kept what it promises.</summary>
    public bool IsGood => Doubled == 0 && (Missing == 0 || IsGapReported) && Failure is null or HttpRequestException or LogItemsApiException;

    /// <summary>Reads through the public door.</summary>
    public Task<ModelRun> ReadByClientAsync()
    {
        var options = new LogItemsClientOptions
        {
            Version = _plan.Version,
            PageSize = _plan.PageSize,
            PagePrefetch = _plan.Prefetch,
            OnConcurrentChange = _changes.Add,
            MaxRetries = MaxRetries,
            RetryDelay = TimeSpan.Zero,
        };
        HttpMessageHandler handler = new ModelHandler(_server);
        var httpClient = new HttpClient(_plan.Faults > 0 ? new RetryHandler(options) { InnerHandler = handler } : handler)
        {
            BaseAddress = new Uri(StubServer.Address),
        };
        return CollectAsync(OneByOne(new LogItemsClient(httpClient, options)));

        async IAsyncEnumerable<List<LogItem>> OneByOne(LogItemsClient client)
        {
            using (client)
            {
                await foreach (var item in client.GetLogItemsAsync(StubServer.SessionId, _plan.Filter))
                {
                    yield return [item];
                }
            }
        }
    }

    /// <summary>Reads with the reader across pages alone, many times as fast; what the client itself filters is not filtered.</summary>
    public Task<ModelRun> ReadByPagesAsync()
    {
        var list = new PagedList<LogItem>(() => new HttpRequestMessage(HttpMethod.Get, StubServer.Address), HasPages: _plan.Version > ApiVersion.V2)
        {
            IsOrdered = _plan.IsOrdered,
        };
        var sizes = new PageSizes(_plan.PageSize);
        var seen = new SeenItems(_plan.IsOrdered ? SeenItems.Window : null);
        var feed = new PagePrefetcher<LogItem>(OpenAsync, _plan.Prefetch, sizes);
        return CollectAsync(new PagedItemReader<LogItem>(list, feed, sizes, seen, MaxRetries, this).ReadAsync(_plan.StartAt, default));

        Task<IPageReader<LogItem>> OpenAsync(PageRequest request, CancellationToken cancellationToken)
        {
            for (var tries = 0; tries < MaxRetries; tries++)
            {
                if (_server.Answer(request.IsUnpaged ? null : request.Offset, request.Limit, _plan.IsFilteredByServer) is { } answer)
                {
                    return Task.FromResult<IPageReader<LogItem>>(new ModelPage(_plan, answer));
                }
            }

            throw new HttpRequestException("503, again and again.");
        }
    }

    /// <summary>Everything that happened, to understand a failure.</summary>
    public string Describe() => $"""
        seed {_plan.Seed}: {Doubled} doubled, {Missing} missing, gap {(IsGapReported ? "reported" : "not reported")}, {Failure?.Message ?? "no failure"}
        {_plan}
        delivered {string.Join(' ', _delivered)}
        always {string.Join(' ', _session.Always.Order())}
        changes reported {string.Join(' ', _changes)}
        changes {string.Join(", ", _session.Changes ?? [])}
        {string.Join('\n', _server.Log ?? [])}
        """;

    void IPagingObserver.PageRead(long offset, int items, int unreadableValues, int? total)
    {
    }

    void IPagingObserver.ListChanged(ConcurrentChange change) => _changes.Add(change);

    private async Task<ModelRun> CollectAsync(IAsyncEnumerable<List<LogItem>> reading)
    {
        try
        {
            await foreach (var items in reading)
            {
                _delivered.AddRange(items.Select(ModelItem.NumberOf));
            }
        }
        catch (Exception failure)
        {
            Failure = failure;
        }

        return this;
    }
}
