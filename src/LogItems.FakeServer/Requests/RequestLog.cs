namespace LogItems.FakeServer.Requests;

/// <summary>The latest requests, oldest first.</summary>
internal sealed class RequestLog
{
    // Bounds the memory of a long-running server.
    public const int Capacity = 10_000;

    private readonly Queue<FakeRequest> _requests = new();
    private readonly Queue<FakeRequest> _unmatched = new();
    private readonly Lock _gate = new();

    public IReadOnlyList<FakeRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    /// <summary>The latest requests that match no operation of the API, which may be older.</summary>
    public IReadOnlyList<FakeRequest> SnapshotOfUnmatched()
    {
        lock (_gate)
        {
            return [.. _unmatched];
        }
    }

    public void Add(FakeRequest request)
    {
        lock (_gate)
        {
            Add(_requests, request);
            if (request.Operation is null)
            {
                Add(_unmatched, request);
            }
        }
    }

    private static void Add(Queue<FakeRequest> requests, FakeRequest request)
    {
        if (requests.Count == Capacity)
        {
            requests.Dequeue();
        }

        requests.Enqueue(request);
    }
}
