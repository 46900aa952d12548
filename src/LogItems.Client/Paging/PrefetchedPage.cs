using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using LogItems.Models;
using LogItems.Streaming;

namespace LogItems.Paging;

/// <summary>
/// A page that is received in the background, and read a few hundred items ahead of its consumer: enough to know in time whether another page
/// follows, and few enough for the garbage collector to collect them early.
/// </summary>
internal sealed class PrefetchedPage<T> : IPageReader<T>
{
    /// <summary>The number of unconsumed items above which reading pauses.</summary>
    private const int ReadAhead = 500;

    private readonly ConcurrentQueue<List<T>> _read = new();
    private readonly CancellationTokenSource _leaving;
    private readonly Task _reading;

    /// <summary>Released when the page is open, with each list of items, and at the end.</summary>
    private readonly SemaphoreSlim _itemsAvailable = new(0);

    /// <summary>Released when there is room again.</summary>
    private readonly SemaphoreSlim _roomAvailable = new(0);

    private IPage? _page;
    private ExceptionDispatchInfo? _failure;
    private bool _isOpen;
    private int _waiting;

    /// <param name="request">The request for the page.</param>
    /// <param name="open">Opens the page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public PrefetchedPage(PageRequest request, Func<PageRequest, CancellationToken, Task<IPageReader<T>>> open, CancellationToken cancellationToken)
    {
        Request = request;
        _leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _reading = Task.Run(() => ReadAsync(open), CancellationToken.None);
    }

    public PageRequest Request { get; }

    /// <summary>The number of items so far.</summary>
    public int Count { get; private set; }

    /// <summary>Gets whether the page has been read to its end, regardless of how many items have been taken.</summary>
    public bool IsRead => Volatile.Read(ref _page) is not null;

    /// <summary>Gets whether the page could not be opened or was cut off.</summary>
    public bool HasFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Gets whether the page has been read to its end and all its items have been taken.</summary>
    public bool IsTaken => IsRead && _read.IsEmpty;

    public IPage Page => _page ?? throw new InvalidOperationException("The page has not been read to its end.");

    /// <summary>Waits until the page is open. Called once.</summary>
    public async Task OpenedAsync(CancellationToken cancellationToken)
    {
        await _itemsAvailable.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!_isOpen)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _failure?.Throw();
        }
    }

    public async ValueTask<List<T>?> NextAsync(CancellationToken cancellationToken)
    {
        await _itemsAvailable.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_read.TryDequeue(out var items))
        {
            var left = Interlocked.Add(ref _waiting, -items.Count);
            if (left <= ReadAhead && left + items.Count > ReadAhead)
            {
                _roomAvailable.Release();
            }

            return items;
        }

        cancellationToken.ThrowIfCancellationRequested();
        _failure?.Throw();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        _leaving.Cancel();
        await _reading.ConfigureAwait(false);
        _leaving.Dispose();
        _itemsAvailable.Dispose();
        _roomAvailable.Dispose();
    }

    /// <summary>Never throws: the consumer gets the failure after the items received before it.</summary>
    private async Task ReadAsync(Func<PageRequest, CancellationToken, Task<IPageReader<T>>> open)
    {
        try
        {
            var page = await open(Request, _leaving.Token).ConfigureAwait(false);
            await using var reading = page.ConfigureAwait(false);
            _isOpen = true;
            _itemsAvailable.Release();
            while (await page.NextAsync(_leaving.Token).ConfigureAwait(false) is { } items)
            {
                await HandOverAsync(items).ConfigureAwait(false);
            }

            Volatile.Write(ref _page, page.Page);
        }
        catch (Exception failure)
        {
            Volatile.Write(ref _failure, ExceptionDispatchInfo.Capture(failure));
        }
        finally
        {
            _itemsAvailable.Release();
        }
    }

    private async ValueTask HandOverAsync(List<T> items)
    {
        Count += items.Count;
        var waiting = Interlocked.Add(ref _waiting, items.Count);
        _read.Enqueue(items);
        _itemsAvailable.Release();
        if (waiting > ReadAhead)
        {
            await _roomAvailable.WaitAsync(_leaving.Token).ConfigureAwait(false);
        }
    }
}
