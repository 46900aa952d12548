using LogItems.FakeServer;

namespace LogItems.Export.Tests.Support;

/// <summary>Fake servers as servers to export.</summary>
internal static class ExportServers
{
    public static readonly DateTimeOffset Night = new(2026, 11, 28, 22, 0, 0, TimeSpan.FromHours(1));

    public static ExportServer Of(FakeLogItemsServer server, string name = "a", ApiVersion? version = null) => Of(server.BaseAddress, name, version);

    public static ExportServer Of(Uri address, string name = "a", ApiVersion? version = null) => new(
        name,
        onChange => new LogItemsClient(
            address,
            new PasswordCredential("demo", "demo"),
            new LogItemsClientOptions { Version = version, OnConcurrentChange = onChange, MaxRetries = 2, RetryDelay = TimeSpan.FromMilliseconds(1) }))
    {
        Labels = new Dictionary<string, string> { ["customer"] = "Contoso" },
        Interval = TimeSpan.FromHours(1),
    };

    /// <summary>A server that is reached by a handler.</summary>
    public static ExportServer Of(FakeLogItemsServer server, string name, HttpMessageHandler handler) => Of(server, name) with
    {
        CreateClient = _ => new LogItemsClient(
            server.BaseAddress,
            new PasswordCredential("demo", "demo"),
            new LogItemsClientOptions { Version = ApiVersion.V8, PrimaryHandler = handler, MaxRetries = 0 }),
    };

    /// <summary>Exports once, with a checkpoint of its own where none is given.</summary>
    public static async Task<IReadOnlyDictionary<string, PollResult>> RunOnceAsync(
        this IExportSink sink, CheckpointStore store, ExportOptions? options, params ExportServer[] servers)
    {
        var results = new System.Collections.Concurrent.ConcurrentDictionary<string, PollResult>();
        var worker = new ExportWorker(servers, store, sink, options);
        worker.Polled += (server, result) => results[server] = result;
        await worker.RunOnceAsync();
        return results;
    }

    public static FakeSession Session(int items, DateTimeOffset? start = null) => Build(items, start ?? Night).Build();

    public static FakeSession RunningSession(int items, DateTimeOffset? start = null) =>
        Build(items, start ?? Night).Running("Processing mailbox: b@contoso.com").Build();

    /// <summary>A session of the last week with one cause, twice.</summary>
    public static FakeSession FailuresOfYesterday() => new FakeSessionBuilder(TimeProvider.System.GetUtcNow().AddDays(-1))
        .Success("Mailboxes enumerated")
        .Warning("Processing mailbox Anna finished with warning: Quota of 50 GB exceeded")
        .Warning("Processing mailbox Anna finished with warning: Quota of 60 GB exceeded")
        .Build();

    private static FakeSessionBuilder Build(int items, DateTimeOffset start)
    {
        var builder = new FakeSessionBuilder(start);
        for (var index = 0; index < items; index++)
        {
            builder.Success($"Processing mailbox: user{index}@contoso.com");
        }

        return builder;
    }
}
