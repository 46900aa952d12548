using System.Runtime.CompilerServices;

namespace LogItems;

/// <summary>A page that has come in whole.</summary>
internal sealed class WholePage<T>(IPage<T> page) : IPageReading<T>
{
    public IPage<T> Page => page;

    public async IAsyncEnumerable<T> ReadItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in page.Results)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => default;
}
