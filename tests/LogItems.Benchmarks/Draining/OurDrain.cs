namespace LogItems.Benchmarks;

/// <summary>Our client reading a session to its end with the default options.</summary>
internal sealed class OurDrain(Uri server, Guid sessionId, LogItemsClientOptions? options = null) : IDisposable
{
    private readonly LogItemsClient _client = new(server, new PasswordCredential("demo", "demo"), options);

    /// <summary>Sums up every property of every item, and calls back for each.</summary>
    public async Task<ulong> RunAsync(Action<int>? onItem = null)
    {
        var sum = default(Checksum);
        var items = 0;
        await foreach (var item in _client.GetLogItemsAsync(sessionId))
        {
            sum.Add(item.Id, item.Usn, item.Title, (int?)item.Type, item.Message, item.CreationTime, item.EndTime,
                item._links!["self"].Href, item._links["jobsessions"].Href);
            onItem?.Invoke(++items);
        }

        return sum.Value;
    }

    public void Dispose() => _client.Dispose();
}
