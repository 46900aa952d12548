namespace LogItems.FakeServer.Hosting;

/// <summary>The newest requests, oldest first.</summary>
internal sealed class RequestLog
{
    // A server that runs for days must not grow by its own log.
    public const int Capacity = 10_000;

    private readonly Queue<FakeRequest> _requests = new();
    private readonly Lock _gate = new();

    public IReadOnlyList<FakeRequest> Snapshot()
    {
        lock (_gate)
            return [.. _requests];
    }

    public void Add(FakeRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == Capacity)
                _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }
}
