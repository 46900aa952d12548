using System.Collections.Concurrent;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>Holds every answer back at one item until it is opened.</summary>
internal sealed class Gate(long at)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource<FakeRequest> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<long> _passed = new();

    public IReadOnlyCollection<long> Passed => _passed;

    /// <summary>The request whose answer came to the gate first.</summary>
    public Task<FakeRequest> Reached => _reached.Task.WaitAsync(Patience);

    public void Open() => _opened.SetResult();

    public async ValueTask BeforeItem(FakeRequest request, long place)
    {
        if (place == at)
        {
            _reached.TrySetResult(request);
            await _opened.Task;
        }

        _passed.Enqueue(place);
    }
}
