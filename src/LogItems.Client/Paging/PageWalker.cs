using System.Runtime.CompilerServices;

namespace LogItems;

/// <summary>Reads across pages by offset, going on by what was received and not by what was asked for.</summary>
internal static class PageWalker
{
    /// <summary>Reads from an offset to the end.</summary>
    /// <param name="fetch">Gets the page at an offset.</param>
    /// <param name="idOf">What tells items apart.</param>
    /// <param name="startAt">The offset of the first page.</param>
    /// <param name="limit">The limit asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<int, CancellationToken, Task<IPage<T>>> fetch,
        Func<T, Guid> idOf,
        int startAt,
        int limit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var offset = startAt;
        Guid? firstBefore = null;
        while (true)
        {
            var page = await fetch(offset, cancellationToken).ConfigureAwait(false);
            var first = page.Results.Count > 0 ? idOf(page.Results[0]) : (Guid?)null;
            if (first is null || (first == firstBefore && first != Guid.Empty))
            {
                // Nothing more, or the page before once more: the server does not page.
                yield break;
            }

            foreach (var item in page.Results)
            {
                yield return item;
            }

            if (IsLast(page, limit))
            {
                yield break;
            }

            firstBefore = first;
            offset += page.Results.Count;
        }
    }

    /// <summary>By the <c>next</c> link where there are links, else by the page not being full.</summary>
    private static bool IsLast<T>(IPage<T> page, int limit) =>
        page.Links.Count > 0 ? !page.Links.ContainsKey("next")
        : page.IsBareArray ? page.Results.Count != limit
        : page.Results.Count < (page.Limit ?? limit);
}
