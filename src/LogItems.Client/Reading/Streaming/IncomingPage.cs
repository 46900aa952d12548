using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LogItems;

/// <summary>A page whose items are handed out while its body is still coming in, one at a time, from a window of it.</summary>
/// <remarks>Reading stops when nobody takes the items: the server is then held back by the connection itself.</remarks>
internal sealed class IncomingPage<TPage, T> : IPageReading<T>
    where TPage : class, IPage<T>, new()
    where T : WireObject, ILinked, new()
{
    private readonly IncomingBody _body;
    private readonly ServerAddress _address;
    private TPage? _page;

    /// <param name="body">The body, which is this page's from now on.</param>
    /// <param name="address">The server that links lead to.</param>
    public IncomingPage(IncomingBody body, ServerAddress address)
    {
        _body = body;
        _address = address;
    }

    public IPage<T> Page => _page ?? throw new InvalidOperationException("The page has not been read to its end.");

    public async IAsyncEnumerable<T> ReadItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var frame = new PageFrame();
        var items = await BeginAsync(frame, cancellationToken).ConfigureAwait(false);
        if (items is null)
        {
            _page = await _body.ReadWholeAsync<TPage>(cancellationToken).ConfigureAwait(false);
            foreach (var item in _page.Results)
            {
                item.BindTo(_address);
                yield return item;
            }

            yield break;
        }

        while (await NextAsync(items, cancellationToken).ConfigureAwait(false) is { } item)
        {
            item.BindTo(_address);
            yield return item;
        }

        await EndAsync(frame, items, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _body.DisposeAsync();

    /// <summary>Null where the body is laid out in another way, so that it has to be read whole.</summary>
    private async ValueTask<ElementReader<T>?> BeginAsync(PageFrame frame, CancellationToken cancellationToken)
    {
        // Here, where reading is gone on with after a failure: also an answer that breaks off at its first byte.
        await _body.BeginAsync(cancellationToken).ConfigureAwait(false);
        while (_body.IsUtf8)
        {
            var isLast = _body.Window.IsLast;
            try
            {
                if (frame.TryBegin(_body.Window.Bytes, isLast, out var position, out var state))
                {
                    _body.Window.Consume(position);
                    return new ElementReader<T>(state, frame.IsBareArray ? 0 : 1, new StringCache());
                }
            }
            catch (JsonException exception)
            {
                throw _body.Failure(StrictJson.Start, exception);
            }

            if (isLast)
            {
                return null;
            }

            await _body.ReadMoreAsync(cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async ValueTask<T?> NextAsync(ElementReader<T> items, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (TryNext(items, out var item))
            {
                case ElementOutcome.Element:
                    return item;
                case ElementOutcome.End:
                    return null;
                case var _ when _body.Window.IsLast:
                    throw _body.CutOff(reason: null);
                default:
                    await _body.ReadMoreAsync(cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    private ElementOutcome TryNext(ElementReader<T> items, out T? item)
    {
        try
        {
            var position = 0;
            var outcome = items.Read(_body.Window.Bytes, isLast: false, ref position, out item);
            _body.Window.Consume(position);
            return outcome;
        }
        catch (JsonException exception)
        {
            throw _body.Unexpected(exception);
        }
    }

    private async ValueTask EndAsync(PageFrame frame, ElementReader<T> items, CancellationToken cancellationToken)
    {
        while (!_body.Window.IsLast)
        {
            await _body.ReadMoreAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            frame.End(_body.Window.Bytes, items.State);
            _page = frame.IsBareArray ? new TPage { IsBareArray = true } : WireEngine.For<TPage>().ReadObject<TPage>(frame.WithoutItems);
        }
        catch (JsonException exception)
        {
            throw _body.Failure(items.State, exception);
        }
    }
}
