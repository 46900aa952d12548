namespace LogItems;

/// <summary>A page that has come in whole.</summary>
internal sealed class WholePage<T>(IPage<T> page) : IPageReader<T>
{
    private bool _isRead;

    public IPage<T> Page => page;

    public ValueTask<List<T>?> NextAsync(CancellationToken cancellationToken)
    {
        List<T>? items = _isRead ? null : [.. page.Results];
        _isRead = true;
        return new(items);
    }

    public ValueTask DisposeAsync() => default;
}
