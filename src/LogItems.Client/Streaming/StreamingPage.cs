using System.Text.Json;
using LogItems.Models;
using LogItems.Serialization.Readers;
using LogItems.Serialization.Utf8;
using LogItems.Versions;

namespace LogItems.Streaming;

/// <summary>A page whose items are delivered while its body is still being received, as many at a time as the buffer contains.</summary>
/// <remarks>Reading stops when no items are taken; flow control then slows down the server.</remarks>
internal sealed class StreamingPage<TPage, T> : IPageReader<T>
    where TPage : ApiModel, IPage<T>, new()
    where T : ApiModel, new()
{
    private readonly StreamingResponse _body;
    private readonly ServerAddress _address;
    private readonly PageEnvelopeReader _frame = new();
    private ElementReader<T>? _items;
    private TPage? _page;
    private int _usual;

    /// <param name="body">The body, which this page owns from now on.</param>
    /// <param name="address">The server that links are resolved against.</param>
    public StreamingPage(StreamingResponse body, ServerAddress address)
    {
        _body = body;
        _address = address;
    }

    public IPage Page => _page ?? throw new InvalidOperationException("The page has not been read to its end.");

    public async ValueTask<List<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_page is not null)
        {
            return null;
        }

        _items ??= await BeginAsync(cancellationToken).ConfigureAwait(false);
        if (_items is null)
        {
            return await ReadWholeAsync(cancellationToken).ConfigureAwait(false);
        }

        while (true)
        {
            var taken = Take(_items, out var isEnd);
            if (taken.Count > 0)
            {
                return taken;
            }

            if (isEnd)
            {
                await EndAsync(_items, cancellationToken).ConfigureAwait(false);
                return null;
            }

            if (_body.Window.IsLast)
            {
                throw _body.CutOff(reason: null);
            }

            await _body.ReadOnAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _body.DisposeAsync();

    /// <summary>Null if the body has another layout, so that it must be read as a whole.</summary>
    private async ValueTask<ElementReader<T>?> BeginAsync(CancellationToken cancellationToken)
    {
        // The response is opened here, so that reading also resumes if it is cut off at its first byte.
        await _body.BeginAsync(cancellationToken).ConfigureAwait(false);
        while (_body.IsUtf8)
        {
            var isLast = _body.Window.IsLast;
            try
            {
                if (_frame.TryBegin(_body.Window.Bytes, isLast, out var position, out var state))
                {
                    _body.Window.Consume(position);
                    return new ElementReader<T>(state, _frame.IsBareArray ? 0 : 1, new StringCache());
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

            await _body.ReadOnAsync(cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async ValueTask<List<T>> ReadWholeAsync(CancellationToken cancellationToken)
    {
        _page = await _body.ReadWholeAsync<TPage>(cancellationToken).ConfigureAwait(false);
        _page.BindTo(_address);
        return [.. _page.Results];
    }

    /// <summary>Reads all items that are complete in the buffer.</summary>
    private List<T> Take(ElementReader<T> items, out bool isEnd)
    {
        var taken = new List<T>(_usual);
        var bytes = _body.Window.Bytes;
        var position = 0;
        isEnd = false;
        try
        {
            ElementOutcome outcome;
            while ((outcome = items.Read(bytes, isLast: false, ref position, out var item)) == ElementOutcome.Element)
            {
                item!.BindTo(_address);
                taken.Add(item);
            }

            isEnd = outcome == ElementOutcome.End;
        }
        catch (JsonException exception)
        {
            // The items before it are delivered first; the failure recurs when they have been taken.
            if (taken.Count == 0)
            {
                throw _body.Failure(items.State, exception);
            }
        }

        _body.Window.Consume(position);
        _usual = Math.Max(_usual, taken.Count);
        return taken;
    }

    private async ValueTask EndAsync(ElementReader<T> items, CancellationToken cancellationToken)
    {
        while (!_body.Window.IsLast)
        {
            await _body.ReadMoreAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            _frame.End(_body.Window.Bytes, items.State);
            _page = _frame.IsBareArray ? BareArray() : ModelDeserializer.For<TPage>().ReadObject<TPage>(_frame.WithoutItems);
        }
        catch (JsonException exception)
        {
            throw _body.Failure(items.State, exception);
        }
    }

    private static TPage BareArray()
    {
        var page = new TPage();
        page.BecomeBareArray();
        return page;
    }
}
