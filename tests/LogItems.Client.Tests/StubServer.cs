using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests;

/// <summary>Answers without a socket; a request that no answer was set up for fails the test.</summary>
internal static class StubServer
{
    public const string Address = "https://backup.test:4443";

    public static readonly Guid SessionId = Guid.Parse("be376069-2865-4156-a9bc-825cef7d687e");

    public static MockHttpMessageHandler Create()
    {
        var stub = new MockHttpMessageHandler();
        stub.Fallback.Throw(new InvalidOperationException("No answer was set up for this request."));
        return stub;
    }

    /// <summary>A client whose every request gets this body.</summary>
    public static LogItemsClient Answering(string json, ApiVersion version = ApiVersion.V7)
    {
        var stub = Create();
        stub.When($"{Address}/*").Respond("application/json", json);
        return Client(stub, version);
    }

    public static LogItemsClient Client(MockHttpMessageHandler stub, ApiVersion? version = ApiVersion.V7, int? pageSize = null, int prefetch = 0)
    {
        var httpClient = stub.ToHttpClient();
        httpClient.BaseAddress = new Uri(Address);
        return new LogItemsClient(httpClient, new LogItemsClientOptions { Version = version, PageSize = pageSize, PagePrefetch = prefetch });
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items, CancellationToken cancellationToken = default)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            list.Add(item);
        }

        return list;
    }
}
